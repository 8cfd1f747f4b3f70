package dev.orderwright.notifications;

import dev.orderwright.shared.Facts.RecordedFact;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Which fact makes which message. Pure. */
final class NoticeRules {

    /** Nobody is told of what is older than this: history that is loaded, or news that came late. */
    static final Duration NEWS = Duration.ofHours(24);

    private static final Pattern ADDRESS =
            Pattern.compile("[^\\s\\p{Cntrl}<>\"(),:;@\\[\\]\\\\]{1,64}@[\\p{L}\\p{N}][\\p{L}\\p{N}.-]{0,253}");

    private NoticeRules() {}

    /** A fact of a type, if more has to be so of it, makes a message. */
    private record Rule(String fact, Predicate<Map<String, Object>> also, NoticeKind kind) {}

    private static final List<Rule> RULES = List.of(
            new Rule("OrderPlaced", data -> Boolean.TRUE.equals(data.get("confirmed")), NoticeKind.CONFIRMATION),
            new Rule("OrderConfirmed", data -> true, NoticeKind.CONFIRMATION),
            new Rule("ShipmentHandedOver", data -> true, NoticeKind.SHIPPED),
            new Rule("InvoiceIssued", data -> true, NoticeKind.INVOICE),
            new Rule("OrderCancelled", data -> true, NoticeKind.CANCELLED),
            new Rule("PromiseMoved", NoticeRules::matters, NoticeKind.DELAYED));

    /** Who gets something sooner, or has asked for less of it, is not told of the day. */
    private static boolean matters(Map<String, Object> data) {
        return !"EARLIER".equals(data.get("direction")) && !"LESS_WANTED".equals(data.get("cause"));
    }

    /**
     * A message that somebody should get.
     *
     * @param occasion tells it from others of its kind about the same order
     * @param about data of the fact
     * @param askedBy who or what asked for it
     */
    record Wanted(long orderId, NoticeKind kind, String occasion, Map<String, Object> about, String askedBy) {}

    /** What the facts are worth telling. */
    static List<Wanted> wanted(List<RecordedFact> facts, Set<NoticeKind> mailed, Instant now) {
        List<Wanted> wanted = new ArrayList<>();
        for (RecordedFact recorded : facts) {
            if (!recorded.fact().subjectKind().equals("order") || isOld(recorded, now)) {
                continue;
            }
            Map<String, Object> data = recorded.fact().data();
            for (Rule rule : RULES) {
                if (rule.fact().equals(recorded.fact().type())
                        && rule.also().test(data)
                        && mailed.contains(rule.kind())) {
                    wanted.add(new Wanted(
                            recorded.fact().subjectId(), rule.kind(), "fact:" + recorded.id(), data, "system:mail"));
                }
            }
        }
        return wanted;
    }

    private static boolean isOld(RecordedFact fact, Instant now) {
        return fact.at().isBefore(now.minus(NEWS));
    }

    /** Facts that a message of a kind can tell of. */
    static boolean tells(NoticeKind kind, String factType) {
        return RULES.stream()
                .anyMatch(rule -> rule.kind() == kind && rule.fact().equals(factType));
    }

    /** Whether something can be an e-mail address; a mail server has the last word. */
    static boolean isAddress(String text) {
        return ADDRESS.matcher(text).matches() && !text.endsWith(".") && !text.contains("..");
    }
}
