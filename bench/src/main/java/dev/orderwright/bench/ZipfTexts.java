package dev.orderwright.bench;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.BiFunction;
import java.util.random.RandomGenerator;

/** Orders as they come in a busy shop: see {@link Zipf}. */
final class ZipfTexts {

    /** Of all that is sent, what cannot be an order. */
    static final double WRONG = 0.02;
    /** Of all that is sent, what was sent before, under the same key. */
    static final double TWICE = 0.05;

    private static final double ON_ACCOUNT = 0.2;
    private static final double EXPONENT = 1.1;
    private static final int LINES_MAX = 10;
    private static final int KEPT = 512;
    private static final String WHO = """
            "method":"STANDARD",%s"shipTo":{"name":"Ada Palmer","street":"12 Mill Lane","city":"Leeds","postcode":\
            "LS1 4AP","country":"GB","phone":"+44 113 496 0000","email":"%s@example.org"},"lines":[""";
    private static final String CARD = """
            "terms":"PREPAID","payment":{"method":"card","token":"tok_5fK2","authorisation":"auth-%s",\
            "authorisedMinor":100000000},""";

    private final String run;
    private final String prefix;
    private final int accounts;
    private final RandomGenerator random;
    private final double[] upTo;
    private final byte[][] sent = new byte[KEPT][];
    private long made;
    private int kept;

    ZipfTexts(String run, String prefix, int skus, int accounts, RandomGenerator random) {
        this.run = run;
        this.prefix = prefix;
        this.accounts = accounts;
        this.random = random;
        this.upTo = new double[skus];
        double sum = 0;
        for (int i = 0; i < skus; i++) {
            sum += Math.pow(i + 1, -EXPONENT);
            upTo[i] = sum;
        }
    }

    static String account(int i) {
        return String.format(Locale.ROOT, "ZA-%03d", i);
    }

    /** The next request, made of a key and a body; or one of those before. */
    byte[] next(BiFunction<String, byte[], byte[]> request) {
        double lot = random.nextDouble();
        if (lot < TWICE && kept >= KEPT) {
            return sent[random.nextInt(KEPT)];
        }
        boolean wrong = lot >= TWICE && lot < TWICE + WRONG;
        String key = run + "-" + ++made;
        byte[] bytes = request.apply(key, order(key, wrong).getBytes(StandardCharsets.UTF_8));
        if (!wrong) {
            sent[kept++ % KEPT] = bytes;
        }
        return bytes;
    }

    private String order(String key, boolean wrong) {
        boolean onAccount = random.nextDouble() < ON_ACCOUNT;
        StringBuilder text = new StringBuilder(1_024)
                .append("{\"channel\":\"web\",\"externalId\":\"")
                .append(key)
                .append("\",");
        String terms = onAccount
                ? "\"terms\":\"ACCOUNT\",\"customer\":\"" + account(random.nextInt(accounts)) + "\","
                : CARD.formatted(key);
        text.append(String.format(Locale.ROOT, WHO, terms, key));
        int lines = 1 + random.nextInt(LINES_MAX);
        for (int i = 0; i < lines; i++) {
            String sku = wrong && i == 0 ? "NO-SUCH-THING" : Goods.sku(prefix, 1 + article());
            text.append(i == 0 ? "" : ",").append("{\"sku\":\"").append(sku).append("\",\"quantity\":");
            text.append(1 + random.nextInt(3)).append('}');
        }
        return text.append("]}").toString();
    }

    private int article() {
        int at = Arrays.binarySearch(upTo, random.nextDouble() * upTo[upTo.length - 1]);
        return Math.min(upTo.length - 1, at < 0 ? -at - 1 : at);
    }
}
