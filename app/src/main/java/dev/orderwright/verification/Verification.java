package dev.orderwright.verification;

import dev.orderwright.verification.Policy.Rule;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Makes the checks of orders that come in, in sets. Who places them asks {@link #verify} first and says with {@link #keep}
 * which of them were taken; both in one transaction, before any credit or stock is locked.
 */
@Component
public class Verification {

    private static final Duration KEPT = Duration.ofMinutes(Limit.MINUTES.max());

    private final Policies policies;
    private final SeenStore seen;
    private final FindingStore findings;

    Verification(Policies policies, SeenStore seen, FindingStore findings) {
        this.policies = policies;
        this.seen = seen;
        this.findings = findings;
    }

    /**
     * What the checks say of an order.
     *
     * @param findings what did not pass, in the order of the checks
     */
    public record Verified(Bought bought, int policyVersion, List<Finding> findings, boolean remembered) {

        public Verified {
            findings = List.copyOf(findings);
        }

        public long orderId() {
            return bought.orderId();
        }

        /** What it is turned away for; empty when it may be taken. */
        public List<Finding> rejected() {
            return of(Verdict.REJECT);
        }

        public List<Finding> held() {
            return of(Verdict.HOLD);
        }

        public List<Finding> warned() {
            return of(Verdict.WARN);
        }

        /** The same, but for one check. */
        public Verified without(Check check) {
            return new Verified(
                    bought,
                    policyVersion,
                    findings.stream()
                            .filter(finding -> finding.check() != check)
                            .toList(),
                    remembered);
        }

        private List<Finding> of(Verdict verdict) {
            return findings.stream()
                    .filter(finding -> finding.verdict() == verdict)
                    .toList();
        }
    }

    /** The same, for who only wants to know: locks nothing. */
    public Verified look(Submission order) {
        return verified(List.of(order), false).getFirst();
    }

    /**
     * Checks a set of orders, each also against those before it in the set. Where an order that comes twice would be held
     * or turned away, nobody else checks orders of its buyer until this transaction has ended: of two at the same moment
     * one is the second.
     *
     * @return one for each, in order
     */
    public List<Verified> verify(List<Submission> orders) {
        return verified(orders, true);
    }

    private List<Verified> verified(List<Submission> orders, boolean locked) {
        Instant at = orders.stream()
                .map(Submission::at)
                .max(Comparator.naturalOrder())
                .orElseThrow();
        Policy policy = policies.at(at).policy();
        Map<String, Map<Check, Rule>> rules = new HashMap<>();
        List<Wanted> wanted = orders.stream()
                .map(order -> Wanted.of(order, rules.computeIfAbsent(order.channel(), policy::of)))
                .toList();
        Map<Long, List<Bought>> lately = lately(wanted, locked);
        List<Verified> result = new ArrayList<>(orders.size());
        for (Wanted one : wanted) {
            List<Bought> bought = lately.computeIfAbsent(one.bought().party(), party -> new ArrayList<>());
            result.add(new Verified(
                    one.bought(),
                    policy.version(),
                    VerificationRules.findings(one.order(), one.rules(), bought),
                    one.looksBack()));
            if (one.looksBack()) {
                bought.add(one.bought());
            }
        }
        return result;
    }

    /** An order with the rules it goes by. */
    private record Wanted(Submission order, Map<Check, Rule> rules, Bought bought) {

        static Wanted of(Submission order, Map<Check, Rule> rules) {
            Wanted looked = new Wanted(order, rules, new Bought(0, order.orderId(), 0, order.at()));
            return looked.looksBack()
                    ? new Wanted(
                            order,
                            rules,
                            new Bought(
                                    Fingerprints.party(order),
                                    order.orderId(),
                                    Fingerprints.content(order),
                                    order.at()))
                    : looked;
        }

        boolean looksBack() {
            return looks(Check.DUPLICATE, Verdict.WARN) || looks(Check.VELOCITY, Verdict.WARN);
        }

        boolean isStrict() {
            return looks(Check.DUPLICATE, Verdict.HOLD) || looks(Check.VELOCITY, Verdict.HOLD);
        }

        private boolean looks(Check check, Verdict least) {
            Rule rule = rules.get(check);
            return rule != null && rule.verdict().compareTo(least) >= 0;
        }

        Instant since() {
            return List.of(Check.DUPLICATE, Check.VELOCITY).stream()
                    .map(check -> order.at()
                            .minus(Duration.ofMinutes(
                                    Objects.requireNonNull(rules.get(check)).limit(Limit.MINUTES))))
                    .min(Comparator.naturalOrder())
                    .orElseThrow();
        }
    }

    private Map<Long, List<Bought>> lately(List<Wanted> wanted, boolean locked) {
        List<Wanted> looking = wanted.stream().filter(Wanted::looksBack).toList();
        Map<Long, List<Bought>> result = new HashMap<>();
        if (looking.isEmpty()) {
            return result;
        }
        Set<Long> strict = parties(looking.stream().filter(Wanted::isStrict).toList());
        if (locked && !strict.isEmpty()) {
            seen.lock(strict);
        }
        Instant since = looking.stream()
                .map(Wanted::since)
                .min(Comparator.naturalOrder())
                .orElseThrow();
        seen.lately(parties(looking), since, VerificationRules.BOUGHT_MAX)
                .forEach(bought -> result.computeIfAbsent(bought.party(), party -> new ArrayList<>())
                        .add(bought));
        return result;
    }

    private static Set<Long> parties(Collection<Wanted> wanted) {
        Set<Long> parties = new HashSet<>();
        wanted.forEach(one -> parties.add(one.bought().party()));
        return parties;
    }

    /** Remembers what was found about the orders that were taken, and that they were bought. */
    public void keep(List<Verified> taken) {
        List<Bought> bought = taken.stream()
                .filter(Verified::remembered)
                .map(Verified::bought)
                .toList();
        if (!bought.isEmpty()) {
            seen.insert(bought);
        }
        findings.insert(taken);
    }

    /**
     * What a check said of an order when it came.
     *
     * @param finding null when it let the order pass
     */
    public record Said(Check check, @Nullable Finding finding) {}

    /**
     * All that was looked at when an order came, in the order of the checks.
     *
     * @param policyVersion by which it went
     */
    public record Report(int policyVersion, List<Said> checks) {}

    /** What was looked at when an order came on a channel at that moment, and what was found. */
    public Report report(long orderId, String channel, Instant at) {
        Policy policy = policies.at(at).policy();
        Map<Check, Rule> rules = policy.of(channel);
        Map<Check, Finding> found = new EnumMap<>(Check.class);
        findings.ofOrder(orderId).forEach(finding -> found.put(finding.check(), finding));
        return new Report(
                policy.version(),
                Arrays.stream(Check.values())
                        .filter(check -> found.containsKey(check)
                                || Objects.requireNonNull(rules.get(check)).verdict() != Verdict.PASS)
                        .map(check -> new Said(check, found.get(check)))
                        .toList());
    }

    /** Forgets who bought what so long ago that no check looks back as far. */
    int sweep(Instant now) {
        return seen.sweep(now.minus(KEPT));
    }
}
