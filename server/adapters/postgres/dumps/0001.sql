--
-- PostgreSQL database dump
--


-- Dumped from database version 15.18 (Debian 15.18-0+deb12u1)
-- Dumped by pg_dump version 15.18 (Debian 15.18-0+deb12u1)

SET statement_timeout = 0;
SET lock_timeout = 0;
SET idle_in_transaction_session_timeout = 0;
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;
SELECT pg_catalog.set_config('search_path', '', false);
SET check_function_bodies = false;
SET xmloption = content;
SET client_min_messages = warning;
SET row_security = off;

--
-- Name: refuse_change(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.refuse_change() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
  raise exception 'An entry of the journal never changes and is never removed.';
end $$;


SET default_tablespace = '';

SET default_table_access_method = heap;

--
-- Name: cabinet; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.cabinet (
    drawer text NOT NULL COLLATE pg_catalog."C",
    key text NOT NULL COLLATE pg_catalog."C",
    value json NOT NULL
);


--
-- Name: checkpoint; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.checkpoint (
    "position" bigint NOT NULL,
    root bytea NOT NULL,
    frontier bytea NOT NULL
);


--
-- Name: entry_record; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.entry_record (
    record text NOT NULL COLLATE pg_catalog."C",
    "position" bigint NOT NULL
);


--
-- Name: file; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.file (
    hash text NOT NULL COLLATE pg_catalog."C",
    bytes bytea NOT NULL
);
ALTER TABLE ONLY public.file ALTER COLUMN bytes SET STORAGE EXTERNAL;


--
-- Name: head; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.head (
    only_row boolean DEFAULT true NOT NULL,
    "position" bigint NOT NULL,
    seal bytea NOT NULL,
    CONSTRAINT head_only_row_check CHECK (only_row)
)
WITH (fillfactor='10');


--
-- Name: journal; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.journal (
    "position" bigint NOT NULL,
    seal bytea NOT NULL,
    body bytea NOT NULL,
    records text[] NOT NULL,
    reference_scope text COLLATE pg_catalog."C",
    reference_text text COLLATE pg_catalog."C",
    reference_entries integer,
    CONSTRAINT journal_position_check CHECK (("position" > 0))
)
WITH (toast_tuple_target='8160');
ALTER TABLE ONLY public.journal ALTER COLUMN body SET STORAGE EXTERNAL;


--
-- Name: migration; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.migration (
    number integer NOT NULL,
    name text NOT NULL,
    hash text NOT NULL,
    applied_at timestamp with time zone DEFAULT now() NOT NULL
);


--
-- Name: personal_key; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.personal_key (
    subject text NOT NULL COLLATE pg_catalog."C",
    key bytea NOT NULL
);


--
-- Name: snapshot; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.snapshot (
    record text NOT NULL COLLATE pg_catalog."C",
    fold text NOT NULL COLLATE pg_catalog."C",
    "position" bigint NOT NULL,
    state bytea NOT NULL
);
ALTER TABLE ONLY public.snapshot ALTER COLUMN state SET STORAGE EXTERNAL;


--
-- Name: view_position; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.view_position (
    view text NOT NULL COLLATE pg_catalog."C",
    shape text NOT NULL,
    "position" bigint NOT NULL
);


--
-- Data for Name: cabinet; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.cabinet VALUES ('accounts', 'wang', '{"name":"王"}');


--
-- Data for Name: checkpoint; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.checkpoint VALUES (3, '\x4813494d137e1631bba301d5acab6e7bb7aa74ce1185d456565ef51d737677b2', '\xc7575274a20d035b5a72baa824b2b6f8fcc29ab184bd322947dd27b6168ab1aa');


--
-- Data for Name: entry_record; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.entry_record VALUES ('declaration/1', 1);
INSERT INTO public.entry_record VALUES ('book/沪', 1);
INSERT INTO public.entry_record VALUES ('book/沪', 2);
INSERT INTO public.entry_record VALUES ('declaration/3', 3);


--
-- Data for Name: file; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.file VALUES ('48f9564ad5c8cc345092f313850f3b0038e85b7d78f34ebbe8ee001780d8f693', '\x7461726966660a');


--
-- Data for Name: head; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.head VALUES (true, 3, '\x40093ead2c5f20a05dfd08796e7f24d7b8ccf0b2345f71d0fdb80c493e331a07');


--
-- Data for Name: journal; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.journal VALUES (1, '\xa8e1776584a85cc42b07c3852ba3991dcc68651c69ee859907e12ffe5bf0467a', '\x7b22706f736974696f6e223a317d', '{declaration/1,book/沪}', 'declarant/1', 'A-1', 2);
INSERT INTO public.journal VALUES (2, '\x690396b0e760bb1a655c81fe146dd04fdd7ed9686a1916cf90e4c223914ae917', '\x00ff275c0a', '{book/沪}', NULL, NULL, NULL);
INSERT INTO public.journal VALUES (3, '\x40093ead2c5f20a05dfd08796e7f24d7b8ccf0b2345f71d0fdb80c493e331a07', '\x7b22706f736974696f6e223a337d', '{declaration/3}', NULL, NULL, NULL);


--
-- Data for Name: migration; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.migration VALUES (1, '0001-first.sql', '473c1548fb476508f6ed088f6c35cb4459314c4a8f3b4ff1fa312b7f3ddf72e9', '2026-11-23 18:12:57.735516+00');


--
-- Data for Name: personal_key; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.personal_key VALUES ('person/李', '\x2c70e12b7a0646f92279f427c7b38e7334d8e5389cff167a1dc30e73f826b683');


--
-- Data for Name: snapshot; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.snapshot VALUES ('book/沪', 'fold', 2, '\x0102');


--
-- Data for Name: view_position; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Name: cabinet cabinet_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.cabinet
    ADD CONSTRAINT cabinet_pkey PRIMARY KEY (drawer, key);


--
-- Name: checkpoint checkpoint_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.checkpoint
    ADD CONSTRAINT checkpoint_pkey PRIMARY KEY ("position");


--
-- Name: entry_record entry_record_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.entry_record
    ADD CONSTRAINT entry_record_pkey PRIMARY KEY (record, "position");


--
-- Name: file file_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.file
    ADD CONSTRAINT file_pkey PRIMARY KEY (hash);


--
-- Name: head head_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.head
    ADD CONSTRAINT head_pkey PRIMARY KEY (only_row);


--
-- Name: journal journal_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.journal
    ADD CONSTRAINT journal_pkey PRIMARY KEY ("position");


--
-- Name: migration migration_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.migration
    ADD CONSTRAINT migration_pkey PRIMARY KEY (number);


--
-- Name: personal_key personal_key_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.personal_key
    ADD CONSTRAINT personal_key_pkey PRIMARY KEY (subject);


--
-- Name: snapshot snapshot_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.snapshot
    ADD CONSTRAINT snapshot_pkey PRIMARY KEY (record, fold);


--
-- Name: view_position view_position_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.view_position
    ADD CONSTRAINT view_position_pkey PRIMARY KEY (view);


--
-- Name: journal_reference; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX journal_reference ON public.journal USING btree (reference_scope, reference_text) WHERE (reference_scope IS NOT NULL);


--
-- Name: journal journal_is_never_emptied; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER journal_is_never_emptied BEFORE TRUNCATE ON public.journal FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();


--
-- Name: journal journal_never_changes; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER journal_never_changes BEFORE DELETE OR UPDATE ON public.journal FOR EACH ROW EXECUTE FUNCTION public.refuse_change();


--
-- PostgreSQL database dump complete
--


