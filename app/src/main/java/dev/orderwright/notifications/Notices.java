package dev.orderwright.notifications;

import static dev.orderwright.shared.Texts.t;

import dev.orderwright.notifications.Letters.Written;
import dev.orderwright.notifications.NoticeRules.Wanted;
import dev.orderwright.notifications.RetryRules.Next;
import dev.orderwright.orders.Lifecycle;
import dev.orderwright.orders.OrderHead;
import dev.orderwright.orders.OrderQueries;
import dev.orderwright.shared.Cause;
import dev.orderwright.shared.Commands;
import dev.orderwright.shared.Fact;
import dev.orderwright.shared.Facts;
import dev.orderwright.shared.Facts.RecordedFact;
import dev.orderwright.shared.Outcome;
import dev.orderwright.shared.Refusal;
import dev.orderwright.shared.Run;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Messages to customers: asked for by people, tried again, let rest; and what is mailed by itself. */
@Component
public class Notices {

    private static final int FACTS_MAX = 500;

    /** So many messages can be decided on at once. */
    public static final int SET_MAX = 500;

    private final Commands commands;
    private final NoticeBook book;
    private final NoticeStore store;
    private final NoticeReadStore reads;
    private final OrderQueries orders;
    private final Facts facts;

    Notices(
            Commands commands,
            NoticeBook book,
            NoticeStore store,
            NoticeReadStore reads,
            OrderQueries orders,
            Facts facts) {
        this.commands = commands;
        this.book = book;
        this.store = store;
        this.reads = reads;
        this.orders = orders;
        this.facts = facts;
    }

    /**
     * A message that was asked for.
     *
     * @param isKeptOnly true when it stays here, because no mail server is set up
     */
    public record Asked(long noticeId, String recipient, boolean isKeptOnly) {}

    /**
     * Mails what a kind of message says of an order now, whether it was mailed before or not.
     *
     * @param to another address than the one of the order, null or blank for that one
     * @return refusals: {@code unknown-order}, {@code nothing-to-tell} (nothing was shipped, invoiced or cancelled yet),
     *     {@code no-address} and {@code bad-address} (field {@code to})
     */
    public Outcome<Asked> send(Cause cause, long orderId, NoticeKind kind, @Nullable String to) {
        String other = to == null || to.isBlank() ? null : to.strip();
        List<Object> content = List.of(orderId, kind, other == null ? "" : other);
        return commands.once(cause, "send-notice", content, Asked.class, run -> {
            OrderHead head = orders.heads(List.of(orderId)).get(orderId);
            if (head == null) {
                return Outcome.refused(
                        Refusal.of("unknown-order", "orderId", t("notifications.refusal.thereIsNoSuchOrder")));
            }
            if (other != null && !NoticeRules.isAddress(other)) {
                return Outcome.refused(Refusal.of("bad-address", "to", t("notifications.refusal.isNotAnEMail", other)));
            }
            return about(head, kind)
                    .map(data -> write(run, head, kind, data, other))
                    .orElseGet(() -> Outcome.refused(Refusal.of("nothing-to-tell", "kind", nothing(kind))));
        });
    }

    private static String nothing(NoticeKind kind) {
        return t("notifications.nothing." + kind.name());
    }

    /** The latest that there is to tell; a confirmation can be sent of any order that is not cancelled. */
    private Optional<Map<String, Object>> about(OrderHead head, NoticeKind kind) {
        if (kind == NoticeKind.CONFIRMATION) {
            boolean over = head.lifecycle() == Lifecycle.CANCELLED || head.lifecycle() == Lifecycle.REJECTED;
            return over ? Optional.empty() : Optional.of(Map.of());
        }
        List<Map<String, Object>> told = new ArrayList<>();
        for (RecordedFact fact : facts.of("order", head.id(), FACTS_MAX)) {
            if (NoticeRules.tells(kind, fact.fact().type())) {
                told.add(fact.fact().data());
            }
        }
        return told.isEmpty() ? Optional.empty() : Optional.of(told.getLast());
    }

    private Outcome<Asked> write(
            Run run, OrderHead head, NoticeKind kind, Map<String, Object> about, @Nullable String to) {
        Wanted wanted = new Wanted(
                head.id(), kind, "asked:" + run.commandId(), about, run.actor().code());
        List<Written> written = book.write(List.of(wanted), to, run.at());
        if (written.isEmpty()) {
            return Outcome.refused(Refusal.of("no-address", "to", t("notifications.refusal.nobodyKnowsAnEMail")));
        }
        Written one = written.getFirst();
        return one.problem().isEmpty()
                ? Outcome.done(new Asked(one.id(), one.to(), !book.isSetUp()))
                : Outcome.refused(Refusal.of("bad-address", "to", one.problem()));
    }

    /** @param notices how many it was done to */
    public record Decided(int notices) {}

    /**
     * Has messages sent that were not, or gave up: from the first try, under the Message-ID they have. Those that can't be
     * are left alone. Refusals: {@code no-mail-server}, {@code too-many}.
     */
    public Outcome<Decided> retry(Cause cause, List<Long> ids) {
        return decide(
                cause,
                "retry-notices",
                ids,
                run -> book.isSetUp() ? new Next(NoticeState.WAITING, "", run.at()) : null);
    }

    /** Lets messages rest that are not sent. Refusals: {@code too-many}. */
    public Outcome<Decided> dismiss(Cause cause, List<Long> ids) {
        return decide(cause, "dismiss-notices", ids, run -> new Next(NoticeState.DISMISSED, "", null));
    }

    private interface Decision {

        /** Null when it is impossible now. */
        @Nullable
        Next of(Run run);
    }

    private Outcome<Decided> decide(Cause cause, String kind, List<Long> ids, Decision decision) {
        if (ids.size() > SET_MAX) {
            return Outcome.refused(
                    Refusal.of("too-many", "ids", t("notifications.refusal.atMostMessagesAtOnce", SET_MAX)));
        }
        return commands.once(cause, kind, ids, Decided.class, run -> {
            Next next = decision.of(run);
            if (next == null) {
                return Outcome.refused(Refusal.of("no-mail-server", NoticeBook.NO_SERVER));
            }
            List<Long> fitting = store.lock(ids).stream()
                    .filter(notice ->
                            next.state() == NoticeState.WAITING ? notice.canBeRetried() : notice.canBeDismissed())
                    .map(Notice::id)
                    .toList();
            store.decide(fitting, next, run.at());
            return Outcome.done(new Decided(fitting.size()));
        });
    }

    /** Whether a kind of message is mailed by itself from now on. */
    public Outcome<Decided> turn(Cause cause, NoticeKind kind, boolean mailed) {
        return commands.once(cause, "turn-notices", List.of(kind, mailed), Decided.class, run -> {
            boolean turned = reads.turn(kind, mailed);
            if (turned) {
                run.fact(new Fact(
                        "notices",
                        kind.ordinal(),
                        mailed ? "NoticesTurnedOn" : "NoticesTurnedOff",
                        Facts.data("kind", kind.name())));
            }
            return Outcome.done(new Decided(turned ? 1 : 0));
        });
    }
}
