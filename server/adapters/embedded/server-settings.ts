/**
 * How the embedded PostgreSQL runs. What keeps acknowledged work safe is spelled out although it is the default, so
 * that nobody's postgresql.conf can say otherwise. `wal_level` and `max_wal_senders` leave out what only replication
 * needs; `syncfs` makes the restart after a crash ten times as quick.
 */
const fixed: Readonly<Record<string, string>> = {
  fsync: "on",
  full_page_writes: "on",
  synchronous_commit: "on",
  listen_addresses: "",
  unix_socket_permissions: "0700",
  max_connections: "40",
  shared_buffers: "64MB",
  wal_level: "minimal",
  max_wal_senders: "0",
  max_logical_replication_workers: "0",
  max_wal_size: "2GB",
  wal_buffers: "16MB",
  checkpoint_timeout: "15min",
  log_checkpoints: "off",
  jit: "off",
  io_method: "sync",
  logging_collector: "off",
  log_destination: "stderr",
  log_line_prefix: "%m [%p] ",
};

export const socketPort = 5432;

/** The command line of the server. */
export function serverArguments(data: string, socketFolder: string, marker: string): readonly string[] {
  const settings = {
    ...fixed,
    ...(process.platform === "linux" ? { recovery_init_sync_method: "syncfs" } : {}),
    port: String(socketPort),
    unix_socket_directories: socketFolder,
    cluster_name: marker,
  };
  return ["-D", data, ...Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`])];
}
