// Questions before something is done: what has data-dialog opens its page in a dialog over this one. Without scripts it is a page.
(() => {
    "use strict";

    const { $, t, toast } = window.orderwright;
    const dialog = $("#dialog");
    if (!dialog?.showModal) {
        return;
    }

    const close = () => dialog.close();
    const open = (url) => {
        const waiting = document.createElement("div");
        waiting.className = "skeleton";
        dialog.replaceChildren(waiting);
        if (!dialog.open) {
            dialog.showModal();
        }
        window.htmx.ajax("GET", url, { target: dialog, swap: "innerHTML ignoreTitle:true" }).then(() => {
            if ($(".skeleton", dialog)) {
                close();
                toast(t("unreachable"), "bad");
            }
        });
    };

    window.orderwright.ask = open;

    document.addEventListener("click", (event) => {
        const leave = event.target.closest("#dialog [data-dismiss]");
        if (leave) {
            event.preventDefault();
            close();
            return;
        }
        const link = event.target.closest("a[data-dialog]");
        if (link && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
            event.preventDefault();
            open(link.href);
        }
    });
    // Who clicks beside it leaves it, unless something was typed.
    dialog.addEventListener("click", (event) => {
        if (event.target === dialog && ![...dialog.querySelectorAll("input:not([type=hidden]), textarea")].some((field) => field.value !== field.defaultValue)) {
            close();
        }
    });
    dialog.addEventListener("close", () => dialog.replaceChildren());
})();
