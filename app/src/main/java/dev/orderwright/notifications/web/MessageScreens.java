package dev.orderwright.notifications.web;

import static dev.orderwright.shared.Texts.t;

import dev.orderwright.notifications.Notice;
import dev.orderwright.notifications.NoticeKind;
import dev.orderwright.notifications.NoticeQueries;
import dev.orderwright.notifications.NoticeQueries.View;
import dev.orderwright.notifications.Notices;
import dev.orderwright.orders.OrderHead;
import dev.orderwright.orders.OrderQueries;
import dev.orderwright.shared.Cause;
import dev.orderwright.shared.Ids;
import dev.orderwright.shared.Page;
import dev.orderwright.shared.ui.Dialog;
import dev.orderwright.shared.ui.KeyValue;
import dev.orderwright.shared.ui.Link;
import dev.orderwright.shared.ui.Show;
import dev.orderwright.shared.ui.Tab;
import dev.orderwright.shared.ui.Tone;
import dev.orderwright.shared.web.Foretelling;
import dev.orderwright.shared.web.Redirect;
import dev.orderwright.shared.web.Requires;
import dev.orderwright.shared.web.WebPage;
import dev.orderwright.shared.web.Who;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Messages to customers for those who look after them: what was sent, what was not and why, and what to do about it. */
@Controller
class MessageScreens {

    private static final String LIST = "/admin/messages";
    private static final int ROWS = 50;
    /** What is known above which numbers are not counted on. */
    private static final long COUNTED_MAX = 10_000;

    private final Notices notices;
    private final NoticeQueries queries;
    private final OrderQueries orders;
    private final Show show;
    private final Foretelling foretelling;

    MessageScreens(Notices notices, NoticeQueries queries, OrderQueries orders, Show show, Foretelling foretelling) {
        this.notices = notices;
        this.queries = queries;
        this.orders = orders;
        this.show = show;
        this.foretelling = foretelling;
    }

    @GetMapping(LIST)
    @Requires("orders:read")
    WebPage list(
            @RequestParam(defaultValue = "attention") String view,
            @RequestParam(required = false) @Nullable String cursor,
            Who who) {
        View active = view(view);
        Page<Notice> page = queries.list(active, cursor, ROWS);
        Map<Long, OrderHead> heads =
                orders.heads(page.items().stream().map(Notice::orderId).collect(Collectors.toSet()));
        boolean maySendAll = active == View.UNSENT && queries.isSetUp() && who.may("orders:write");
        MessagesPage shown = new MessagesPage(
                tabs(active),
                word(active),
                queries.isSetUp() ? queries.from() : "",
                queries.isAutomatic(),
                page.items().stream()
                        .map(notice -> row(notice, heads.get(notice.orderId()), who))
                        .toList(),
                NoticeWords.pager(page, Link.to(LIST).with("view", word(active)), cursor),
                maySendAll && !page.items().isEmpty() ? sendAll(page.items()) : "",
                kinds(who));
        return WebPage.of("notifications/messages.jte", shown, t("notifications.messageScreens.messages"))
                .in("messages");
    }

    private static View view(String word) {
        return Arrays.stream(View.values())
                .filter(view -> word(view).equals(word))
                .findFirst()
                .orElse(View.ATTENTION);
    }

    private static String word(View view) {
        return view.name().toLowerCase(Locale.ROOT);
    }

    private List<Tab> tabs(View active) {
        List<Tab> tabs = new ArrayList<>();
        for (View view : View.values()) {
            boolean counted = view != View.SENT && view != View.DISMISSED;
            long count = counted ? queries.count(view) : 0;
            String said = count > COUNTED_MAX ? Show.number(COUNTED_MAX) + "+" : Show.number(count);
            tabs.add(new Tab(
                    view.title(),
                    Link.to(LIST).with("view", word(view)).toString(),
                    counted ? said : "",
                    view == active,
                    view == View.ATTENTION && count > 0 ? Tone.BAD : Tone.NEUTRAL));
        }
        return tabs;
    }

    private MessagesPage.Row row(Notice notice, @Nullable OrderHead order, Who who) {
        String url = LIST + "/" + notice.id();
        return new MessagesPage.Row(
                url,
                notice.kind().title(),
                order == null ? Long.toString(notice.orderId()) : order.number(),
                order == null ? "" : "/orders/" + order.number(),
                NoticeWords.to(notice, who),
                NoticeWords.state(notice),
                NoticeWords.reason(notice),
                NoticeWords.when(notice, show),
                retryUrl(notice, who),
                dismissUrl(notice, who));
    }

    private String retryUrl(Notice notice, Who who) {
        return notice.canBeRetried() && queries.isSetUp() && who.may("orders:write")
                ? LIST + "/" + notice.id() + "/retry"
                : "";
    }

    private static String dismissUrl(Notice notice, Who who) {
        return notice.canBeDismissed() && who.may("orders:write") ? LIST + "/" + notice.id() + "/dismiss" : "";
    }

    private List<MessagesPage.Kind> kinds(Who who) {
        Map<NoticeKind, Boolean> mailed = queries.mailed();
        return Arrays.stream(NoticeKind.values())
                .map(kind -> new MessagesPage.Kind(
                        kind.title(),
                        kind.when(),
                        mailed.getOrDefault(kind, false),
                        who.may("access:admin") ? LIST + "/kinds/" + kind.name() : ""))
                .toList();
    }

    @GetMapping(LIST + "/{id}")
    @Requires("orders:read")
    WebPage one(@PathVariable String id, Who who) {
        Notice notice = find(id);
        OrderHead order = orders.heads(List.of(notice.orderId())).get(notice.orderId());
        boolean seen = who.seesPersonalData();
        List<KeyValue> facts = new ArrayList<>();
        if (order != null) {
            facts.add(KeyValue.link(
                    t("notifications.messageScreens.order"), order.number(), "/orders/" + order.number()));
        }
        facts.add(KeyValue.of(t("notifications.messageScreens.to"), NoticeWords.to(notice, who)));
        facts.add(KeyValue.of(t("notifications.messageScreens.from"), queries.from()));
        facts.add(KeyValue.of(t("notifications.messageScreens.written"), show.moment(notice.writtenAt())));
        String ended = NoticeWords.ended(notice);
        if (!ended.isEmpty()) {
            facts.add(KeyValue.of(ended, show.moment(notice.endedAt())));
        }
        if (notice.dueAt() != null && notice.tries() > 0) {
            facts.add(KeyValue.of(t("notifications.messageScreens.nextTry"), show.moment(notice.dueAt())));
        }
        facts.add(KeyValue.of(t("notifications.messageScreens.tries"), Show.number(notice.tries())));
        facts.add(KeyValue.of(t("notifications.messageScreens.askedForBy"), Show.actor(notice.askedBy())));
        facts.add(KeyValue.of(
                t("notifications.messageScreens.attached"),
                notice.attached() == null ? "nothing" : t("notifications.messageScreens.asPdf", notice.attached())));
        facts.add(KeyValue.of(t("notifications.messageScreens.messageId"), notice.messageId()));
        MessagePage shown = new MessagePage(
                notice.subject(),
                NoticeWords.state(notice),
                NoticeWords.reason(notice),
                facts,
                seen ? paragraphs(notice.plain()) : List.of(),
                seen && !notice.html().isEmpty() ? LIST + "/" + notice.id() + "/body" : "",
                retryUrl(notice, who),
                dismissUrl(notice, who));
        return WebPage.of("notifications/message.jte", shown, notice.subject())
                .in("messages")
                .crumb(t("notifications.messageScreens.messages"), LIST);
    }

    private static List<List<String>> paragraphs(String plain) {
        return plain.isBlank()
                ? List.of()
                : Arrays.stream(plain.strip().split("\n\n"))
                        .map(part -> List.of(part.split("\n")))
                        .toList();
    }

    private Notice find(String id) {
        return Ids.parse(id)
                .flatMap(queries::byId)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no message " + id));
    }

    /** As a mail program shows it, in a box of its own: it may load nothing, run nothing and go nowhere. */
    @GetMapping(path = LIST + "/{id}/body", produces = MediaType.TEXT_HTML_VALUE)
    @Requires("orders:read")
    ResponseEntity<byte[]> body(@PathVariable String id, Who who) {
        Notice notice = find(id);
        if (!who.seesPersonalData()) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN, "It has names and addresses in it.");
        }
        return ResponseEntity.ok()
                .contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
                .cacheControl(CacheControl.noStore())
                .header("Content-Security-Policy", "default-src 'none'; sandbox; frame-ancestors 'none'")
                .body(notice.html().getBytes(StandardCharsets.UTF_8));
    }

    @PostMapping(LIST + "/{id}/retry")
    @Requires("orders:write")
    Redirect retry(@PathVariable String id, Cause cause) {
        long notice = find(id).id();
        return Redirect.to(
                LIST + "/" + notice,
                NoticeWords.said(notices.retry(cause, List.of(notice))
                        .map(done -> t("notifications.messageScreens.itIsSentInA"))));
    }

    @PostMapping(LIST + "/{id}/dismiss")
    @Requires("orders:write")
    Redirect dismiss(@PathVariable String id, Cause cause) {
        return Redirect.to(
                LIST,
                NoticeWords.said(notices.dismiss(cause, List.of(find(id).id()))
                        .map(done -> t("notifications.messageScreens.itIsLetRest"))));
    }

    @GetMapping(LIST + "/retry")
    @Requires("orders:write")
    WebPage askRetryAll(@RequestParam String ids, Who who) {
        return WebPage.asking(Dialog.of(
                                t("notifications.messages.sendTheMessagesOnThis"),
                                LIST + "/retry",
                                LIST + "?view=unsent",
                                t("notifications.messages.sendThoseOnThisPage"))
                        .explained(t("notifications.messages.whatIsMailedIsMailed"))
                        .about("", Map.of("ids", ids))
                        .changing(foretelling.of(who, cause -> notices.retry(cause, shown(ids)))))
                .in("messages");
    }

    private static String sendAll(List<Notice> notices) {
        List<String> ids =
                notices.stream().map(notice -> Long.toString(notice.id())).toList();
        return Link.to(LIST + "/retry").with("ids", String.join(" ", ids)).toString();
    }

    private static List<Long> shown(String ids) {
        return Arrays.stream(ids.strip().split(" "))
                .flatMap(id -> Ids.parse(id).stream())
                .limit(Notices.SET_MAX)
                .toList();
    }

    /** Those that the page showed, and no others. */
    @PostMapping(LIST + "/retry")
    @Requires("orders:write")
    Redirect retryAll(@RequestParam String ids, Cause cause) {
        return Redirect.to(
                LIST + "?view=waiting",
                NoticeWords.said(notices.retry(cause, shown(ids))
                        .map(done -> t(
                                "notifications.messageScreens.sentInAMoment",
                                Show.count(
                                        done.notices(),
                                        t("notifications.messageScreens.messageIs"),
                                        t("notifications.messageScreens.messagesAre"))))));
    }

    @PostMapping(LIST + "/kinds/{kind}")
    @Requires("access:admin")
    Redirect turn(@PathVariable NoticeKind kind, @RequestParam boolean mailed, Cause cause) {
        return Redirect.to(
                LIST,
                NoticeWords.said(notices.turn(cause, kind, mailed)
                        .map(done -> t(
                                mailed
                                        ? "notifications.messages.isMailedFromNowOn"
                                        : "notifications.messages.isNotMailedAnyMore",
                                kind.title()))));
    }
}
