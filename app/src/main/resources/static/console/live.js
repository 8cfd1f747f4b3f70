// Keeps open pages up to date, and says who else is filling in the same form. What has data-live="order/123" gets the
// event "live" when something happens to that topic, and fetches itself again: hx-trigger="live". What has
// data-presence="order/123" tells others while one of its forms is being filled in, and shows who else does so.
// One stream per browser: the tabs that can be seen agree on one of them to hold it, and it passes on what it hears.
(() => {
    "use strict";

    if (!window.BroadcastChannel || !window.EventSource) {
        return;
    }

    const AGAIN_MS = 30_000;
    const EDITING_MS = 15_000;
    const SOON_MS = 150;
    const APART_MS = 2_000;
    const { $$, t } = window.orderwright;
    const channel = new BroadcastChannel("orderwright-live");
    const tab = Math.random().toString(36).slice(2);
    // Since when the page does not know what has happened.
    const drawnAt = performance.getEntriesByType("navigation")[0]?.requestStart ?? 0;
    const words = (element, name) => (element.dataset[name] ?? "").split(" ").filter(Boolean);
    const topicsHere = () => [...new Set([
        ...$$("[data-live]").flatMap((element) => words(element, "live")),
        ...$$("[data-presence]").flatMap((element) => words(element, "presence")),
    ])].sort();

    // ---- the stream, in the tab that holds it ----

    let leading = false;
    let source = null;
    let opened = "";
    let oldest = 0;
    let updating = 0;
    const others = new Map();

    const wanted = () => [...new Set([...topicsHere(), ...[...others.values()].flat()])].sort().slice(0, 200).join(",");

    const tell = (message) => {
        channel.postMessage(message);
        hear(message);
    };

    const close = () => {
        source?.close();
        source = null;
        opened = "";
    };

    const open = () => {
        close();
        opened = wanted();
        if (!opened) {
            return;
        }
        let lost = false;
        const stream = new EventSource(`/live?topics=${encodeURIComponent(opened)}&age=${Math.round(oldest)}`);
        source = stream;
        oldest = 0;
        for (const kind of ["changed", "editing"]) {
            stream.addEventListener(kind, (event) => tell({ type: kind, ...JSON.parse(event.data) }));
        }
        stream.addEventListener("open", () => {
            tell({ type: "opened", lost });
            lost = false;
        });
        stream.addEventListener("error", () => {
            lost = true;
            if (stream.readyState === EventSource.CLOSED && source === stream) {
                source = null;
                setTimeout(() => leading && !source && open(), AGAIN_MS);
            }
        });
    };

    const update = (age) => {
        oldest = Math.max(oldest, age);
        clearTimeout(updating);
        updating = setTimeout(() => leading && wanted() !== opened && open(), 30);
    };

    const lead = () => {
        leading = true;
        others.clear();
        channel.postMessage({ type: "ask" });
        update(performance.now() - drawnAt);
    };

    // ---- which tab holds it ----

    let waiting = null;
    let letGo = null;
    let announced = "";
    let joined = false;

    const announce = (age) => {
        const topics = topicsHere();
        announced = topics.join(",");
        channel.postMessage({ type: "topics", tab, topics, age });
        if (leading) {
            update(age);
        }
    };

    const join = (age) => {
        if (joined) {
            return;
        }
        joined = true;
        announce(age);
        if (!navigator.locks) {
            lead(); // not a secure address: then each tab listens for itself
            return;
        }
        waiting = new AbortController();
        navigator.locks.request("orderwright-live", { signal: waiting.signal }, () => new Promise((resolve) => {
            letGo = resolve;
            lead();
        })).catch(() => {});
    };

    const leave = () => {
        if (!joined) {
            return;
        }
        joined = false;
        channel.postMessage({ type: "topics", tab, topics: [], age: 0 });
        leading = false;
        close();
        waiting?.abort();
        letGo?.();
        letGo = null;
    };

    channel.addEventListener("message", ({ data }) => {
        if (data.type === "topics") {
            data.topics.length ? others.set(data.tab, data.topics) : others.delete(data.tab);
            if (leading) {
                update(data.age);
            }
        } else if (data.type === "ask" && joined) {
            announce(performance.now() - drawnAt);
        } else {
            hear(data);
        }
    });

    // A page that nobody sees need not be right. It is fetched again when somebody looks.
    document.addEventListener("visibilitychange", () => {
        if (document.hidden) {
            leave();
        } else {
            join(1000);
            refreshAll("");
        }
    });
    addEventListener("pagehide", leave);
    addEventListener("pageshow", (event) => {
        if (event.persisted && !document.hidden) {
            join(1000);
            refreshAll("");
        }
    });
    document.addEventListener("htmx:afterSettle", () => {
        if (joined && topicsHere().join(",") !== announced) {
            announce(1000);
        }
    });

    // ---- what this page does with what is heard ----

    const said = document.createElement("div");
    said.className = "hidden-text";
    said.setAttribute("role", "status");
    document.body.append(said);

    const notice = (text, ...more) => {
        const box = document.createElement("div");
        box.className = "notice tone-info";
        const inside = document.createElement("div");
        inside.append(text, ...more);
        box.append(inside);
        said.textContent = text;
        return box;
    };

    const timers = new Map();
    const fetched = new Map();
    const onItsWay = new Set();
    const dirty = new Set();
    const editors = new Map();

    // Whoever types here would lose it.
    const isBusy = (element) =>
        [...dirty].some((form) => form.isConnected && element.contains(form)) ||
        (element.contains(document.activeElement) && document.activeElement.matches("input, select, textarea")) ||
        element.querySelector("dialog[open], :popover-open, details[open] form") !== null;

    // A link that has the focus has it again in what comes instead; what has an id is htmx's own concern.
    const fetchAgain = (element, by) => {
        const link = element.contains(document.activeElement) ? document.activeElement.getAttribute("href") : null;
        element.dispatchEvent(new CustomEvent("live", { detail: { by } }));
        if (link && element.id) {
            document.addEventListener("htmx:afterSettle", () => {
                if (document.activeElement === document.body) {
                    $$(`#${CSS.escape(element.id)} a[href]`)
                        .find((each) => each.getAttribute("href") === link)
                        ?.focus({ preventScroll: true });
                }
            }, { once: true });
        }
    };

    const tellOfChange = (element, by) => {
        element.querySelector("[data-live-stale]")?.remove();
        const look = document.createElement("button");
        look.type = "button";
        look.className = "button small";
        look.textContent = t("lookAgain");
        look.addEventListener("click", () => fetchAgain(element, by));
        const box = notice(`${t("changedBy", by || t("somebody"))} `, look);
        box.dataset.liveStale = "";
        element.prepend(box);
    };

    // The first change is shown at once, and those of a rush every other second: a list must not ask without end. What
    // is fetched again takes the place of the element, so it goes by what the element listens to.
    const refresh = (live, by) => {
        const wait = Math.max(SOON_MS, (fetched.get(live) ?? -APART_MS) + APART_MS - performance.now());
        clearTimeout(timers.get(live));
        timers.set(live, setTimeout(() => {
            if (onItsWay.has(live)) {
                refresh(live, by); // what comes may have been drawn before this change
                return;
            }
            fetched.set(live, performance.now());
            $$("[data-live]")
                .filter((element) => element.dataset.live === live)
                .forEach((element) => (isBusy(element) ? tellOfChange : fetchAgain)(element, by));
        }, wait));
    };

    // Those that listen to a topic, or all of them.
    const refreshAll = (by, topic) => new Set($$("[data-live]")
        .filter((element) => topic === undefined || words(element, "live").includes(topic))
        .map((element) => element.dataset.live)).forEach((live) => refresh(live, by));

    // After the request the element may be gone; htmx then tells what stands around it.
    const asking = ({ detail }) => detail.requestConfig?.elt?.dataset?.live;
    document.addEventListener("htmx:beforeRequest", (event) => asking(event) && onItsWay.add(asking(event)));
    document.addEventListener("htmx:afterRequest", (event) => asking(event) && onItsWay.delete(asking(event)));

    const showEditors = (topic, names) => {
        for (const element of $$("[data-presence]").filter((each) => words(each, "presence").includes(topic))) {
            element.querySelector("[data-editing]")?.remove();
            if (names) {
                const box = notice(t(names.includes(", ") ? "editingMany" : "editing", names));
                box.dataset.editing = "";
                element.prepend(box);
            }
        }
    };

    const hear = (message) => {
        if (!joined) {
            return;
        }
        if (message.type === "changed") {
            refreshAll(message.by.slice(message.by.indexOf(":") + 1), message.topic);
        } else if (message.type === "editing") {
            editors.set(message.topic, performance.now());
            showEditors(message.topic, message.by);
        } else if (message.type === "opened") {
            if (message.lost) {
                refreshAll("");
            }
            // Who is not named again has left while nobody listened.
            const since = performance.now();
            setTimeout(() => [...editors].filter(([, at]) => at < since).forEach(([topic]) => {
                editors.delete(topic);
                showEditors(topic, "");
            }), 3000);
        }
    };

    // ---- what this page says of itself ----

    const told = new Set();
    const csrf = () => document.querySelector("meta[name=csrf]")?.content ?? "";
    const say = (subject, gone) => {
        gone ? told.delete(subject) : told.add(subject);
        fetch("/presence", {
            method: "POST",
            headers: { "X-CSRF-Token": csrf() },
            body: new URLSearchParams({ subject, gone }),
            keepalive: true,
        }).catch(() => {}); // it is said again soon
    };
    const subjectsOf = (form) => words(form.closest("[data-presence]") ?? form, "presence");
    const beingEdited = () => new Set([...dirty].filter((form) => form.isConnected).flatMap(subjectsOf));
    const sayWhatIsLeft = () => {
        const still = beingEdited();
        [...told].filter((subject) => !still.has(subject)).forEach((subject) => say(subject, true));
    };

    document.addEventListener("input", ({ target }) => {
        if (target.form?.method === "post") {
            dirty.add(target.form);
            subjectsOf(target.form).filter((subject) => !told.has(subject)).forEach((subject) => say(subject, false));
        }
    });
    for (const end of ["submit", "reset"]) {
        document.addEventListener(end, ({ target }) => {
            dirty.delete(target);
            setTimeout(sayWhatIsLeft);
        });
    }
    setInterval(() => {
        sayWhatIsLeft();
        if (!document.hidden) {
            told.forEach((subject) => say(subject, false));
        }
    }, EDITING_MS);
    addEventListener("pagehide", () => told.forEach((subject) => say(subject, true)));

    if (!document.hidden) {
        join(performance.now() - drawnAt);
    }
})();
