package dev.orderwright.verification;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What each check does on each channel, in one version.
 *
 * @param version counted from 1; 0 is what the program begins with
 * @param validFrom orders placed from then on go by it
 */
public record Policy(int version, Instant validFrom, List<Rule> rules) {

    /** Stands for every channel that has no rule of its own. */
    public static final String ANY_CHANNEL = "";

    /**
     * What a check does on a channel.
     *
     * @param channel {@link #ANY_CHANNEL} for all others
     * @param limits those of the check, all of them
     */
    public record Rule(Check check, String channel, Verdict verdict, Map<Limit, Long> limits) {

        long limit(Limit limit) {
            Long value = limits.get(limit);
            if (value == null) {
                throw new IllegalStateException(check + " has no " + limit);
            }
            return value;
        }
    }

    /**
     * With which the program begins. A file of another program's orders was looked at there and its addresses are on file,
     * so nothing but the articles' quantities is doubted. Where people type orders themselves what is ordered twice waits.
     */
    static final Policy FIRST = new Policy(
            0,
            Instant.EPOCH,
            List.of(
                    usual(Check.ADDRESS, ANY_CHANNEL, Verdict.HOLD),
                    usual(Check.ADDRESS, "retail", Verdict.PASS),
                    usual(Check.DUPLICATE, ANY_CHANNEL, Verdict.WARN),
                    usual(Check.DUPLICATE, "web", Verdict.HOLD),
                    usual(Check.DUPLICATE, "phone", Verdict.HOLD),
                    usual(Check.DUPLICATE, "retail", Verdict.PASS),
                    usual(Check.VELOCITY, ANY_CHANNEL, Verdict.WARN),
                    usual(Check.VELOCITY, "retail", Verdict.PASS),
                    usual(Check.PRICE, ANY_CHANNEL, Verdict.WARN),
                    usual(Check.PRICE, "retail", Verdict.PASS),
                    usual(Check.QUANTITY, ANY_CHANNEL, Verdict.WARN),
                    usual(Check.PACK, ANY_CHANNEL, Verdict.WARN),
                    usual(Check.PACK, "retail", Verdict.PASS),
                    usual(Check.VALUE, ANY_CHANNEL, Verdict.WARN),
                    usual(Check.VALUE, "retail", Verdict.PASS)));

    /** A rule with the limits that the check has unless somebody says otherwise. */
    public static Rule usual(Check check, String channel, Verdict verdict) {
        return new Rule(check, channel, verdict, check.usual());
    }

    /** The rules of a channel by check: its own, else those of all others, else nobody looks. */
    Map<Check, Rule> of(String channel) {
        Map<Check, Rule> result = new EnumMap<>(Check.class);
        for (Check check : Check.values()) {
            result.put(check, usual(check, channel, Verdict.PASS));
        }
        rules.stream()
                .filter(rule -> rule.channel().equals(ANY_CHANNEL))
                .forEach(rule -> result.put(rule.check(), rule));
        rules.stream().filter(rule -> rule.channel().equals(channel)).forEach(rule -> result.put(rule.check(), rule));
        return result;
    }
}
