package dev.orderwright.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Trade as it is: few articles are most of the business, some buy on credit, some send twice, some send nonsense. */
record Zipf() implements Scenario {

    private static final int ARTICLES = 10_000;
    private static final int NODES = 10;
    private static final int BUYERS = 64;
    private static final int ACCOUNTS = 200;

    @Override
    public String name() {
        return "zipf";
    }

    @Override
    public String what() {
        return "64 buyers place 1 to 10 lines of 10,000 articles by Zipf 1.1 at 10 nodes; a fifth on account, 5 % twice,"
                + " 2 % wrong";
    }

    @Override
    public Result run(Lab lab) {
        lab.goods("Z", ARTICLES, NODES, Goods.PLENTY);
        List<Map<String, Object>> customers = new ArrayList<>();
        for (int i = 0; i < ACCOUNTS; i++) {
            customers.add(Map.of(
                    "number",
                    ZipfTexts.account(i),
                    "name",
                    "Account " + i,
                    "country",
                    "GB",
                    "account",
                    true,
                    "creditLimitMinor",
                    Goods.PLENTY * 1_000));
        }
        lab.api().post("/api/v1/customers", Map.of("customers", customers));
        ZipfTexts texts = lab.zipf("Z", ARTICLES, ACCOUNTS);
        List<Lab.Measured> runs = lab.closed(
                BUYERS,
                () -> texts.next((key, body) -> lab.api().bytes("/api/v1/orders", "application/json", key, body)));
        Result result = lab.told(new Result(this), "answers", runs, 1);
        List<Double> orders = new ArrayList<>();
        List<Double> wrong = new ArrayList<>();
        for (Lab.Measured run : runs) {
            orders.add(run.seen().goodPerSecond() * (1 - ZipfTexts.WRONG - ZipfTexts.TWICE) / (1 - ZipfTexts.WRONG));
            wrong.add((double) run.seen().byStatus().getOrDefault(422, 0L)
                    / run.seen().answers());
        }
        long errors = runs.stream()
                .mapToLong(run -> run.seen().answers()
                        - run.seen().good()
                        - run.seen().byStatus().getOrDefault(422, 0L))
                .sum();
        return result.figure("orders/s", "orders", orders)
                .figure("told wrong", "", wrong)
                .figure("errors", "answers", errors)
                .atLeast("orders/s", 3_000)
                .atMost("p99 ms", 100)
                .atMost("told wrong", ZipfTexts.WRONG * 1.25)
                .atMost("errors", 0);
    }
}
