// Rows that are ticked: how many, all at once, and the bar of what can be done with them.
(() => {
    "use strict";

    const { $, $$, t } = window.orderwright;

    const boxes = (form) => $$("tbody input[type=checkbox]", form);
    const show = (form) => {
        const all = boxes(form);
        const ticked = all.filter((box) => box.checked);
        const everything = $("[data-bulk-everything]", form)?.checked;
        const head = $("[data-select-all]", form);
        if (head) {
            head.checked = ticked.length === all.length;
            head.indeterminate = ticked.length > 0 && ticked.length < all.length;
        }
        all.forEach((box) => box.closest("tr").setAttribute("aria-selected", String(box.checked)));
        $("[data-bulk-bar]", form)?.classList.toggle("shown", ticked.length > 0);
        const count = $("[data-bulk-count]", form);
        if (count) {
            count.textContent = everything ? t("everything") : t("selected", ticked.length.toLocaleString(document.documentElement.lang));
        }
    };

    document.addEventListener("change", (event) => {
        const form = event.target.closest("form[data-bulk]");
        if (!form || !event.target.matches("[type=checkbox]")) {
            return;
        }
        if (event.target.matches("[data-select-all]")) {
            boxes(form).forEach((box) => { box.checked = event.target.checked; });
        }
        const everything = $("[data-bulk-everything]", form);
        if (event.target === everything && everything.checked) {
            boxes(form).forEach((box) => { box.checked = true; });
        } else if (everything && !event.target.checked) {
            everything.checked = false;
        }
        show(form);
    });

    // Enter in a field of the bar presses the button beside it.
    document.addEventListener("keydown", (event) => {
        const box = event.target.closest("[data-bulk-bar] .menu-box");
        if (box && event.key === "Enter" && event.target.matches("input, select")) {
            event.preventDefault();
            $("button", box)?.click();
        }
    });

    // A page that the browser kept may come back with its ticks, and some rows are ticked from the start.
    const showAll = () => $$("form[data-bulk]").forEach(show);
    addEventListener("pageshow", showAll);
    document.addEventListener("htmx:afterSettle", showAll);
})();
