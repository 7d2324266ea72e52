// Hides the operations in which the words do not occur.
const words = document.querySelector("#words");
const operations = [...document.querySelectorAll("details")];
words.addEventListener("input", () => {
  const sought = words.value.toLowerCase().split(/\s+/);
  for (const operation of operations) {
    const text = operation.textContent.toLowerCase();
    operation.hidden = !sought.every((word) => text.includes(word));
  }
});
