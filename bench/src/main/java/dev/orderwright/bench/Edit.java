package dev.orderwright.bench;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** One line of a very long order is changed. */
record Edit() implements Scenario {

    private static final int LINES = 1_000;
    private static final int UNITS = 1_000;

    @Override
    public String name() {
        return "edit";
    }

    @Override
    public String what() {
        return "a clerk takes single units off the lines of an order of 1,000 lines of 1,000 units";
    }

    @Override
    public Result run(Lab lab) {
        lab.goods("B", LINES, 2, Goods.PLENTY);
        lab.say("an order of 1,000 lines");
        OrderTexts texts = lab.orders("B", LINES, LINES).ofUnits(UNITS);
        String order = lab.api()
                .lines("/api/v1/orders", texts.next(1))
                .getFirst()
                .path("order")
                .path("id")
                .asString();
        int[] edits = {0};
        List<Lab.Measured> runs = lab.closed(1, () -> {
            String body = "{\"reason\":\"one too many\",\"lines\":[{\"lineNo\":%d,\"quantity\":1}]}"
                    .formatted(1 + edits[0]++ % LINES);
            return lab.api()
                    .bytes(
                            "/api/v1/orders/" + order + "/cancellations",
                            "application/json",
                            texts.key() + "-" + edits[0],
                            body.getBytes(StandardCharsets.US_ASCII));
        });
        Result result = lab.told(new Result(this), "edits", runs, 1);
        List<Double> p95 = new ArrayList<>();
        runs.forEach(run -> p95.add(run.seen().millis(95)));
        return result.figure("p95 ms", "ms", p95).atMost("p95 ms", 60).atMost("refused", 0);
    }
}
