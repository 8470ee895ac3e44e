// Comforts of the search form; without this script it is a plain form that does the same.

const form = document.querySelector("form[role=search]");
const field = form?.querySelector("textarea");

// Return searches, as in any search box; Shift and Return begin a new line.
field?.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
    event.preventDefault();
    form.requestSubmit();
  }
});

// Filters that were not chosen stay out of the address that readers see, keep and send on.
form?.addEventListener("htmx:config:request", (event) => {
  const body = event.detail.ctx.request.body;
  for (const [name, value] of [...body]) if (value === "") body.delete(name);
});

// Where the results can't be swapped in, the browser loads the page itself and shows what is wrong.
form?.addEventListener("htmx:response:error", () => form.submit());
form?.addEventListener("htmx:error", () => form.submit());
