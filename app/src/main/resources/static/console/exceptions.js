// The list of exceptions by keyboard: 1 to 9 mend the row one is on, or all that are ticked; a takes it, l puts it off. What has
// to be asked first is asked in a dialog.
(() => {
    "use strict";

    const { $, $$ } = window.orderwright;
    const KEPT = "exceptions-row";
    const typing = (element) => element?.matches?.("input:not([type=checkbox], [type=radio]), textarea, select");
    const rows = () => $$("main tr[data-exception]");

    const current = () => $("main tr.current[data-exception]") ?? rows()[0];
    const stand = (row) => {
        $$("main tr.current").forEach((each) => each.classList.remove("current"));
        if (row) {
            row.classList.add("current");
            row.scrollIntoView({ block: "nearest" });
            $("a[href], input", row)?.focus({ preventScroll: true });
        }
    };

    // What is asked is asked over the page by dialog.js; who leaves it stands where he stood.
    document.addEventListener("click", (event) => {
        if (event.target.closest("a[data-fix], a[data-later]")) {
            keep(event.target.closest("tr"));
        }
    }, true);
    $("#dialog")?.addEventListener("close", () => stand(kept()));

    // ---- where one is ----

    // What was mended leaves its place to the next one.
    const keep = (row) => row && sessionStorage.setItem(KEPT, JSON.stringify([location.pathname, rows().indexOf(row)]));
    const kept = () => {
        const [page, place] = JSON.parse(sessionStorage.getItem(KEPT) ?? "[]");
        const all = rows();
        return page === location.pathname && all.length ? all[Math.min(place, all.length - 1)] : null;
    };
    document.addEventListener("submit", (event) => keep(event.submitter?.closest("tr[data-exception]")), true);
    const again = kept();
    if (again) {
        sessionStorage.removeItem(KEPT);
        stand(again);
    }

    // ---- keys ----

    const ticked = () => $$("main tr[data-exception] input[type=checkbox]:checked").length > 0;
    const press = (element) => {
        if (!element) {
            return false;
        }
        element.click();
        if (element.matches("summary") && element.parentElement.open) {
            $("input", element.parentElement)?.focus();
        }
        return true;
    };
    const chosen = (inBulk, inRow) => {
        if (ticked()) {
            return press($(`[data-bulk-bar] ${inBulk}`));
        }
        const row = current();
        if (row && !row.classList.contains("current")) {
            stand(row);
        }
        return row ? press($(inRow, row)) : false;
    };

    let jumpsUntil = 0; // after g comes where to go
    document.addEventListener("keydown", (event) => {
        const jumps = event.timeStamp < jumpsUntil;
        jumpsUntil = !jumps && event.key === "g" ? event.timeStamp + 1500 : 0;
        const switchedOff = $("#single-keys")?.checked === false;
        if (jumps || switchedOff || typing(event.target) || event.ctrlKey || event.metaKey || event.altKey || $("dialog[open]")) {
            return;
        }
        const done = /^[1-9]$/.test(event.key) ? chosen(`[data-bulk-fix="${event.key}"]`, `[data-fix="${event.key}"]`)
            : event.key === "a" ? chosen("[data-bulk-own]", "[data-own]")
            : event.key === "l" ? chosen("[data-bulk-later]", "[data-later]")
            : false;
        if (done) {
            event.preventDefault();
            event.stopImmediatePropagation();
        }
    }, true);
})();
