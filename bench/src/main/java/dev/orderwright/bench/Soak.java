package dev.orderwright.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Does anything grow that should not, when trade goes on for long? */
record Soak() implements Scenario {

    private static final int MOMENTS = 10;
    /** The moments before these have settled what is only growing at first. */
    private static final int FIRST_THIRD_ENDS = 3;

    private static final int LAST_THIRD_BEGINS = 7;
    private static final double LOAD = 0.6;
    private static final Duration MOST_TAKES = Duration.ofSeconds(30);
    private static final int TABLES = 12;

    private static final double HEAP_TIMES_MAX = 1.05;
    private static final double P99_TIMES_MAX = 1.5;
    /** What waits may fluctuate by such a part of what came in the meantime. */
    private static final double WAITING_GROWTH_MAX = 0.01;

    @Override
    public String name() {
        return "soak";
    }

    @Override
    public String what() {
        return "trade goes on at 60 % of what is possible, from the shop to the money; is anything growing?";
    }

    @Override
    public Result run(Lab lab) {
        return run(lab, lab.options().soak());
    }

    Result run(Lab lab, Duration length) {
        try (Trade trade = Trade.open(lab);
                Connection database = lab.subject().database()) {
            lab.say("warming up for " + lab.options().warmUp().toSeconds() + " s");
            trade.most(lab.options().warmUp());
            lab.analyze();
            Duration shortly = length.dividedBy(4);
            double most = trade.most(MOST_TAKES.compareTo(shortly) < 0 ? MOST_TAKES : shortly);
            double perSecond = most * LOAD;
            lab.say("%,.0f orders a second go all the way; %,.0f of them come from now on, for %,d min"
                    .formatted(most, perSecond, length.toMinutes()));
            Tables before = Tables.read(database);
            List<SoakMoment> moments = new ArrayList<>();
            for (int moment = 1; moment <= MOMENTS; moment++) {
                Rush.Seen seen = Rush.at(lab.subject().port(), perSecond, length.dividedBy(MOMENTS), trade.placing());
                trade.requireOpen();
                moments.add(SoakMoment.now(lab, database, seen));
                lab.say(moments.getLast().told(moment * 100 / MOMENTS));
            }
            return tell(new Result(this).figure("most orders/s", "orders", most), before, moments);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Result tell(Result result, Tables before, List<SoakMoment> moments) {
        SoakMoment last = moments.getLast();
        List<String> names = last.tables().mostUpdatedSince(before, TABLES);
        result.figure("orders/s", "orders", each(moments, SoakMoment::perSecond))
                .figure("p99 ms", "ms", each(moments, SoakMoment::p99))
                .figure("heap MB", "MB", each(moments, moment -> moment.memory().heapMegabytes()))
                .figure(
                        "memory MB",
                        "MB",
                        each(moments, moment -> moment.memory().residentMegabytes()))
                .figure("not placed", "orders", each(moments, SoakMoment::notPlaced))
                .figure("heap, last to middle third", "×", heapGrowth(moments))
                .figure(
                        "p99, last to first third",
                        "×",
                        median(lastThird(moments), SoakMoment::p99)
                                / median(moments.subList(0, FIRST_THIRD_ENDS), SoakMoment::p99))
                .figure("dead rows of allowed", "×", mostDead(before, moments, names))
                .atMost("heap, last to middle third", HEAP_TIMES_MAX)
                .atMost("p99, last to first third", P99_TIMES_MAX)
                .atMost("dead rows of allowed", 1)
                .atMost("not placed", 0);
        for (SoakMoment.Work work : SoakMoment.Work.values()) {
            String figure = work.title + ", growth of what came";
            result.figure(figure, "×", waitingGrowth(moments, work)).atMost(figure, WAITING_GROWTH_MAX);
        }
        return result.table(
                        "moments",
                        SoakMoment.COLUMNS,
                        moments.stream()
                                .map(moment -> moment.row(before.atNanos()))
                                .toList())
                .table("tables", Tables.COLUMNS, last.tables().told(before, names));
    }

    private static List<Double> each(List<SoakMoment> moments, ToDoubleFunction<SoakMoment> figure) {
        return moments.stream().mapToDouble(figure).boxed().toList();
    }

    private static List<SoakMoment> middleThird(List<SoakMoment> moments) {
        return moments.subList(FIRST_THIRD_ENDS, LAST_THIRD_BEGINS);
    }

    private static List<SoakMoment> lastThird(List<SoakMoment> moments) {
        return moments.subList(LAST_THIRD_BEGINS, moments.size());
    }

    private static double median(List<SoakMoment> moments, ToDoubleFunction<SoakMoment> figure) {
        return Result.median(each(moments, figure));
    }

    /** After a collection, the median of the last third of the moments over that of the middle third. */
    static double heapGrowth(List<SoakMoment> moments) {
        ToDoubleFunction<SoakMoment> heap = moment -> moment.memory().heapMegabytes();
        return median(lastThird(moments), heap) / median(middleThird(moments), heap);
    }

    /** How much more waits in the last third than in the middle third, of all that came between the middles of the two. */
    static double waitingGrowth(List<SoakMoment> moments, SoakMoment.Work work) {
        ToDoubleFunction<SoakMoment> waiting = moment -> moment.waiting(work);
        double more = median(lastThird(moments), waiting) - median(middleThird(moments), waiting);
        long came = middle(lastThird(moments)).came(work)
                - middle(middleThird(moments)).came(work);
        return more / Math.max(1, came);
    }

    private static SoakMoment middle(List<SoakMoment> moments) {
        return moments.get(moments.size() / 2);
    }

    /** The table that has most dead rows of those it may have, in the second half. */
    private static double mostDead(Tables before, List<SoakMoment> moments, List<String> names) {
        return moments.subList(MOMENTS / 2, moments.size()).stream()
                .flatMap(moment -> names.stream().map(name -> moment.tables().deadOfAllowed(before, name)))
                .max(Double::compare)
                .orElse(0.0);
    }
}
