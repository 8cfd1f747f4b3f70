package dev.orderwright.exceptions.web;

import static dev.orderwright.shared.Texts.t;

import dev.orderwright.exceptions.Assignment;
import dev.orderwright.exceptions.Board;
import dev.orderwright.exceptions.Card;
import dev.orderwright.exceptions.Exceptions.Listed;
import dev.orderwright.exceptions.Exceptions.View;
import dev.orderwright.exceptions.web.CausePage.Button;
import dev.orderwright.exceptions.web.CausePage.Key;
import dev.orderwright.exceptions.web.CausePage.Row;
import dev.orderwright.shared.Actor;
import dev.orderwright.shared.Page;
import dev.orderwright.shared.exceptions.ExceptionCause;
import dev.orderwright.shared.exceptions.Fix;
import dev.orderwright.shared.exceptions.OpenException;
import dev.orderwright.shared.ui.Chip;
import dev.orderwright.shared.ui.Link;
import dev.orderwright.shared.ui.Pager;
import dev.orderwright.shared.ui.Show;
import dev.orderwright.shared.ui.Tab;
import dev.orderwright.shared.ui.Tone;
import dev.orderwright.shared.web.Who;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes what the pages of exceptions show. */
@Component
class ExceptionPages {

    static final String LIST = "/exceptions";
    private static final String ORDERS = "/orders/";

    private final Board board;
    private final MendingDesk desk;
    private final Show show;
    private final InstantSource clock;

    ExceptionPages(Board board, MendingDesk desk, Show show, InstantSource clock) {
        this.board = board;
        this.desk = desk;
        this.show = show;
        this.clock = clock;
    }

    static String url(ExceptionCause cause) {
        return LIST + "/" + cause.name();
    }

    static String url(ExceptionCause cause, OpenException open) {
        return url(cause) + "/" + open.id();
    }

    // ---- the causes ----

    CardsPage cards(Who who) {
        List<ExceptionCause> causes = desk.causes(who);
        List<Card> cards = causes.stream()
                .map(cause -> board.card(cause, desk.reach(who), desk.today()))
                .toList();
        int sum = cards.stream().mapToInt(Card::count).sum();
        boolean more = cards.stream().anyMatch(Card::more);
        return new CardsPage(
                sum == 0 ? "" : t("exceptions.pages.inAll", counted(sum, more)),
                cards.stream().filter(card -> card.count() > 0).map(this::card).toList(),
                cards.stream()
                        .filter(card -> card.count() == 0)
                        .map(card -> new CardsPage.Done(card.cause().title(), url(card.cause())))
                        .toList(),
                causes.isEmpty());
    }

    static String counted(int count, boolean more) {
        return more ? t("exceptions.pages.atLeast", Show.number(count)) : Show.number(count);
    }

    private CardsPage.Card card(Card card) {
        List<String> facts = new ArrayList<>();
        Instant oldest = card.oldest();
        if (oldest != null) {
            facts.add(t("exceptions.pages.oldest", Show.age(oldest, clock.instant())));
        }
        if (!card.value().isEmpty()) {
            String value = card.value().stream().map(Show::money).collect(Collectors.joining(", "));
            facts.add(card.more() ? t("exceptions.pages.worthMore", value) : value);
        }
        facts.add(
                card.owned() == 0
                        ? t("exceptions.pages.nobodys")
                        : t("exceptions.pages.owned", Show.number(card.owned())));
        return new CardsPage.Card(
                card.cause().title(),
                card.cause().meaning(),
                url(card.cause()),
                counted(card.count(), card.more()),
                (card.late() > 0 ? Tone.BAD : Tone.WARN).css(),
                facts,
                card.late() == 0 ? "" : t("exceptions.pages.promises", Show.number(card.late())));
    }

    // ---- the exceptions of one ----

    CausePage cause(
            ExceptionCause cause,
            View view,
            Page<Listed> page,
            @Nullable String cursor,
            @Nullable Long order,
            Who who) {
        Link all = Link.to(url(cause))
                .with("view", view == View.OPEN ? "" : code(view))
                .with("order", order == null ? "" : Long.toString(order));
        String here =
                cursor == null ? all.toString() : all.with("cursor", cursor).toString();
        List<Fix> fixes = cause.fixes();
        return new CausePage(
                cause.title(),
                cause.meaning(),
                Arrays.stream(View.values())
                        .map(each -> Tab.of(
                                tab(each),
                                Link.to(url(cause))
                                        .with("view", each == View.OPEN ? "" : code(each))
                                        .toString(),
                                each == view && order == null))
                        .toList(),
                code(view),
                url(cause),
                order != null,
                here,
                keys(cause, fixes, who),
                page.items().stream()
                        .map(listed -> row(cause, fixes, listed, here, who))
                        .toList(),
                Pager.of(page, all, "cursor", cursor, t("exceptions.pages.one"), t("exceptions.pages.many")),
                desk.today().plusDays(1).toString());
    }

    static String code(View view) {
        return view.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static View view(String code) {
        return Arrays.stream(View.values())
                .filter(view -> code(view).equals(code))
                .findFirst()
                .orElse(View.OPEN);
    }

    private static String tab(View view) {
        return switch (view) {
            case OPEN -> t("exceptions.pages.open");
            case MINE -> t("exceptions.pages.mine");
            case PUT_OFF -> t("exceptions.pages.putOff");
        };
    }

    private static List<Key> keys(ExceptionCause cause, List<Fix> fixes, Who who) {
        List<Key> keys = new ArrayList<>();
        for (int i = 0; i < fixes.size(); i++) {
            Fix fix = fixes.get(i);
            if (who.may(fix.permission())) {
                keys.add(new Key(
                        Integer.toString(i + 1),
                        fix.name(),
                        fix.label(),
                        fix.effect(),
                        url(cause) + "/bulk/fix/" + fix.name(),
                        fix.asksWhy()));
            }
        }
        return keys;
    }

    private Row row(ExceptionCause cause, List<Fix> fixes, Listed listed, String here, Who who) {
        OpenException open = listed.open();
        @Nullable Assignment assignment = listed.assignment();
        @Nullable Actor owner = assignment == null ? null : assignment.owner();
        boolean mine = who.actor().equals(owner);
        boolean putOff = assignment != null && assignment.isPutOff(clock.instant());
        Link owning = Link.to(url(cause, open) + "/owner")
                .with("from", owner == null ? "" : owner.code())
                .with("back", mine ? "yes" : "");
        return new Row(
                Long.toString(open.id()),
                open.label(),
                open.url(),
                open.about(),
                open.url().startsWith(ORDERS) || open.stake().orderId() == 0
                        ? ""
                        : ORDERS + open.stake().orderId(),
                Show.age(open.since(), clock.instant()),
                open.stake().value() == null ? "" : Show.money(open.stake().value()),
                promise(open.stake().promisedOn()),
                owner == null ? "" : mine ? t("exceptions.pages.me") : Show.actor(owner.code()),
                owning.toString(),
                owner == null
                        ? t("exceptions.pages.take")
                        : mine ? t("exceptions.pages.giveBack") : t("exceptions.pages.takeOver"),
                note(assignment, putOff),
                buttons(cause, fixes, open, here, who),
                Link.to(url(cause, open) + "/later").with("here", here).toString(),
                putOff ? url(cause, open) + "/later/back" : "");
    }

    private String note(@Nullable Assignment assignment, boolean putOff) {
        if (assignment == null) {
            return "";
        }
        return putOff ? t("exceptions.pages.until", show.moment(assignment.putOffUntil())) : assignment.note();
    }

    private @Nullable Chip promise(@Nullable LocalDate day) {
        if (day == null) {
            return null;
        }
        LocalDate today = desk.today();
        Tone tone = day.isBefore(today) ? Tone.BAD : day.isAfter(today.plusDays(1)) ? Tone.NEUTRAL : Tone.WARN;
        return Chip.of(Show.day(day), tone);
    }

    private static List<Button> buttons(
            ExceptionCause cause, List<Fix> fixes, OpenException open, String here, Who who) {
        List<Button> buttons = new ArrayList<>();
        for (int i = 0; i < fixes.size(); i++) {
            Fix fix = fixes.get(i);
            if (who.may(fix.permission()) && open.fixes().contains(fix.name())) {
                String url = url(cause, open) + "/fix/" + fix.name();
                buttons.add(new Button(
                        Integer.toString(i + 1),
                        fix.label(),
                        fix.asksWhy() ? Link.to(url).with("here", here).toString() : url,
                        fix.asksWhy()));
            }
        }
        return buttons;
    }

    /** Only to a list of exceptions. */
    static String back(ExceptionCause cause, String here) {
        return here.equals(url(cause)) || here.startsWith(url(cause) + "?") ? here : url(cause);
    }

    /** How many somebody has to mend, for the start page. */
    int mine(Who who) {
        return board.mine(who.actor(), desk.causes(who));
    }
}
