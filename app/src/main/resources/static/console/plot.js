// Plots are drawn by the server. Here each column says its values: under the pointer, and by arrow keys; the column that is
// meant is marked. What is said is the text the server gave each bar, so that nothing is reckoned twice.
(() => {
    "use strict";

    const { $, $$ } = window.orderwright;

    const columnsOf = (plot) => {
        const columns = new Map();
        $$("rect[x]", $("svg", plot)).forEach((bar) => {
            const at = bar.getAttribute("x");
            columns.set(at, [...(columns.get(at) ?? []), bar]);
        });
        return [...columns.entries()].sort((a, b) => a[0] - b[0]).map((column) => column[1]);
    };
    const say = (plot, index) => {
        const columns = columnsOf(plot);
        const column = columns[Math.min(columns.length - 1, Math.max(0, index))];
        if (!column || column[0].classList.contains("meant")) {
            return;
        }
        $$("rect.meant", plot).forEach((bar) => bar.classList.remove("meant"));
        column.forEach((bar) => bar.classList.add("meant"));
        $("output", plot).textContent = column.map((bar) => $("title", bar)?.textContent ?? "").filter(Boolean).join(" · ");
    };
    const meant = (plot) => columnsOf(plot).findIndex((column) => column[0].classList.contains("meant"));

    document.addEventListener("pointermove", (event) => {
        const svg = event.target.closest?.(".plot > svg");
        if (!svg) {
            return;
        }
        const box = svg.getBoundingClientRect();
        const at = ((event.clientX - box.left) / box.width) * 100;
        const plot = svg.parentElement;
        const middles = columnsOf(plot).map((column) => Number(column[0].getAttribute("x")) + Number(column[0].getAttribute("width")) / 2);
        const nearest = middles.reduce((best, middle, index) => (Math.abs(middle - at) < Math.abs(middles[best] - at) ? index : best), 0);
        say(plot, nearest);
    });
    document.addEventListener("keydown", (event) => {
        const plot = event.target.closest?.(".plot");
        const step = { ArrowLeft: -1, ArrowRight: 1, Home: -Infinity, End: Infinity }[event.key];
        if (!plot || !step) {
            return;
        }
        event.preventDefault();
        const from = meant(plot);
        say(plot, from < 0 && step === 1 ? 0 : from + step);
    });
})();
