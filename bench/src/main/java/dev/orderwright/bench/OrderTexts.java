package dev.orderwright.bench;

import java.nio.charset.StandardCharsets;
import java.util.random.RandomGenerator;

/** Orders as a shop sends them: a guest with an address, paid by a card that the shop has had authorised. */
final class OrderTexts {

    private static final String CUSTOMER = """
            ","authorisedMinor":100000000},"method":"STANDARD","terms":"PREPAID","shipTo":{"name":"Ada Palmer","street":"12 Mill Lane","city":\
            "Leeds","postcode":"LS1 4AP","country":"GB","phone":"+44 113 496 0000","email":"ada.""";

    private static final String LINES = """
            @example.org"},"lines":[""";

    private final String prefix;
    private final int skus;
    private final int lines;
    private final String run;
    private final RandomGenerator random;
    private long made;
    private String ifShort = "";
    private int units = 1;

    /**
     * @param run makes the external ids of this run unlike those of others
     * @param skus how many articles the lines choose from
     */
    OrderTexts(String run, String prefix, int skus, int lines, RandomGenerator random) {
        this.run = run;
        this.prefix = prefix;
        this.skus = skus;
        this.lines = lines;
        this.random = random;
    }

    /** From now on an order that cannot be shipped at once is not wanted. */
    OrderTexts refusedWhenShort() {
        ifShort = "\"ifShort\":\"REFUSE\",";
        return this;
    }

    /** From now on so many units on each line. */
    OrderTexts ofUnits(int count) {
        units = count;
        return this;
    }

    /** Another order, as one JSON object. */
    byte[] next() {
        StringBuilder text = new StringBuilder(700);
        append(text);
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** So many orders, one a line. */
    byte[] next(int count) {
        StringBuilder text = new StringBuilder(700 * count);
        for (int i = 0; i < count; i++) {
            append(text);
            text.append('\n');
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private void append(StringBuilder text) {
        text.append("{\"channel\":\"web\",\"externalId\":\"")
                .append(lastKey(++made))
                .append("\",")
                .append(ifShort)
                .append("\"payment\":{\"method\":\"card\",\"token\":\"tok_5fK2\",\"authorisation\":\"auth-")
                .append(lastKey(made))
                .append(CUSTOMER)
                .append(lastKey(made)) // guests are many
                .append(LINES);
        for (int i = 0; i < lines; i++) {
            text.append(i == 0 ? "{\"sku\":\"" : ",{\"sku\":\"").append(prefix).append('-');
            digits(text, 1 + random.nextInt(skus));
            text.append("\",\"quantity\":").append(units).append('}');
        }
        text.append("]}");
    }

    /** The key of the order that {@link #next} gave last. */
    String key() {
        return lastKey(made);
    }

    private String lastKey(long n) {
        return run + "-" + n;
    }

    private static void digits(StringBuilder text, int value) {
        for (int unit = 10_000; unit > 0; unit /= 10) {
            text.append((char) ('0' + value / unit % 10));
        }
    }
}
