package dev.orderwright.bench;

import dev.orderwright.bench.sourcing.SourcingJudge;
import dev.orderwright.bench.sourcing.SourcingJudge.Anew;
import dev.orderwright.bench.sourcing.SourcingJudge.Large;
import dev.orderwright.bench.sourcing.SourcingJudge.Sizes;
import dev.orderwright.bench.sourcing.SourcingJudge.Small;
import dev.orderwright.bench.sourcing.SourcingJudge.Verdict;

/**
 * How good and how fast the plans of the sourcing are. It decides without a database, and is asked without one: by the
 * classes of the program that was started, in a process of their own.
 */
record Sourcing(Sizes sizes) implements Scenario {

    @Override
    public String name() {
        return "sourcing";
    }

    @Override
    public String what() {
        return "random orders and a backlog are sourced, and held against every plan that there is";
    }

    @Override
    public Result run(Lab lab) {
        Verdict verdict =
                SourcingJudge.judge(lab.options().home(), lab.options().seed(), sizes);
        Small small = verdict.small();
        Large large = verdict.large();
        Anew anew = verdict.backlog();
        return new Result(this)
                .figure("small: worse than the best", "orders", small.worse())
                .figure("small: p50 ms", "ms", small.p50Millis())
                .figure("small: p99 ms", "ms", small.p99Millis())
                .figure("small: longest ms", "ms", small.maxMillis())
                .figure("large: % above the best", "%", large.excess())
                .figure("large: % above it in the mean", "%", large.meanExcess())
                .figure("large: % above all sets tried", "%", large.exactExcess())
                .figure("large: not proven at once", "orders", large.unproven())
                .figure("large: untrue", "orders", large.untrue())
                .figure("large: p50 ms", "ms", large.p50Millis())
                .figure("large: p99 ms", "ms", large.p99Millis())
                .figure("backlog: shipments before", "shipments", anew.before())
                .figure("backlog: shipments after", "shipments", anew.after())
                .figure("backlog: % of avoidable gone", "%", anew.removed())
                .figure("backlog: moved lines", "lines", anew.moves())
                .figure("backlog: promises broken", "lines", anew.broken())
                .figure("backlog: seconds", "s", anew.seconds())
                .atMost("small: worse than the best", 0)
                .atMost("small: p99 ms", 2)
                .atMost("large: % above the best", 1)
                .atMost("large: untrue", 0)
                .atLeast("backlog: % of avoidable gone", 40)
                .atMost("backlog: promises broken", 0)
                .atMost("backlog: seconds", 60);
    }
}
