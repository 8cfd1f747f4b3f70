package dev.orderwright.verification;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderwright.catalog.SaleUnits;
import dev.orderwright.geo.PostalAddress;
import dev.orderwright.verification.Policy.Rule;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VerificationRulesTests {

    private static final Instant AT = Instant.parse("2026-03-02T09:00:00Z");
    private static final PostalAddress LEEDS =
            new PostalAddress("Ada", "", "1 Park Row", "", "Leeds", "", "LS1 4AP", "GB");

    private static Submission.Line line(String quantity, String price, @Nullable String list) {
        return new Submission.Line(
                7,
                "MUG",
                new BigDecimal(quantity),
                new BigDecimal(price),
                list == null ? null : new BigDecimal(list),
                SaleUnits.ANY);
    }

    private static Submission order(PostalAddress to, long totalMinor, Submission.Line... lines) {
        return new Submission(100, AT, "web", null, "ada@example.org", "", to, "GBP", totalMinor, List.of(lines));
    }

    private static Submission usual() {
        return order(LEEDS, 500, line("2", "2.50", "2.50"));
    }

    private static Bought earlier(long orderId, long content, Duration ago) {
        return new Bought(1, orderId, content, AT.minus(ago));
    }

    private static List<Finding> found(Submission order, Rule rule, List<Bought> bought) {
        return VerificationRules.findings(order, Map.of(rule.check(), rule), bought);
    }

    private static Rule rule(Check check, Map<Limit, Long> limits) {
        return new Rule(check, Policy.ANY_CHANNEL, Verdict.HOLD, limits);
    }

    @Test
    void anOrderAsMostAreIsNotDoubted() {
        assertThat(VerificationRules.findings(usual(), Policy.FIRST.of("web"), List.of()))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "Leeds, '', LS1 4AP, GB, ''",
        "Leeds, '', '', GB, ADDRESS_PART_MISSING",
        "Leeds, '', 12345, GB, NOT_A_POSTCODE_SUCH_AS",
        "Chicago, IL, 60601, US, ''",
        "Chicago, XX, 60601, US, NOT_A_REGION",
        "Chicago, CA, 60601, US, ELSEWHERE_IN",
    })
    void anAddressIsDoubtedForWhatItsCountryDoesNotKnow(
            String city, String region, String postcode, String country, String reason) {
        PostalAddress to = new PostalAddress("Ada", "", "1 Park Row", "", city, region, postcode, country);

        List<Finding> found = found(order(to, 1, line("1", "1", "1")), rule(Check.ADDRESS, Map.of()), List.of());

        assertThat(found.stream().map(Finding::reason).map(Enum::name).toList())
                .isEqualTo(reason.isEmpty() ? List.of() : List.of(reason));
    }

    @ParameterizedTest
    @CsvSource({"0, true", "59, true", "60, false", "61, false"})
    void theSameGoodsAreOrderedTwiceWithinTheTimeOnly(int minutes, boolean twice) {
        Bought earlier = earlier(99, Fingerprints.content(usual()), Duration.ofMinutes(minutes));

        List<Finding> found = found(usual(), rule(Check.DUPLICATE, Map.of(Limit.MINUTES, 60L)), List.of(earlier));

        assertThat(found)
                .isEqualTo(
                        twice
                                ? List.of(new Finding(
                                        Check.DUPLICATE,
                                        Verdict.HOLD,
                                        Finding.Reason.ORDERED_TWICE,
                                        List.of(Integer.toString(minutes), "99")))
                                : List.of());
    }

    @Test
    void otherGoodsOrTheOrderItselfAreNotOrderedTwice() {
        Rule rule = rule(Check.DUPLICATE, Map.of(Limit.MINUTES, 60L));
        long content = Fingerprints.content(usual());

        assertThat(found(usual(), rule, List.of(earlier(99, content + 1, Duration.ZERO))))
                .isEmpty();
        assertThat(found(usual(), rule, List.of(earlier(100, content, Duration.ZERO))))
                .isEmpty();
    }

    @Test
    void goodsAreTheSameHoweverTheirUnitsAreSpreadOverTheLines() {
        long whole = Fingerprints.content(order(LEEDS, 1, line("3", "1", null)));

        assertThat(Fingerprints.content(order(LEEDS, 1, line("1", "2", null), line("2.0", "1", null))))
                .isEqualTo(whole);
        assertThat(Fingerprints.content(order(LEEDS, 1, line("4", "1", null)))).isNotEqualTo(whole);
    }

    @ParameterizedTest
    @CsvSource({"2, false", "3, true"})
    void whoOrdersMoreOftenThanTheLimitIsDoubted(int earlier, boolean doubted) {
        List<Bought> bought = LongStream.range(0, earlier)
                .mapToObj(order -> earlier(order, order, Duration.ofMinutes(order)))
                .toList();

        List<Finding> found = found(usual(), rule(Check.VELOCITY, Map.of(Limit.COUNT, 3L, Limit.MINUTES, 10L)), bought);

        assertThat(found.isEmpty()).isNotEqualTo(doubted);
        if (doubted) {
            assertThat(found.getFirst().evidence()).containsExactly("4", "10");
        }
    }

    @ParameterizedTest
    @CsvSource({"10, 10, ''", "7, 10, ''", "6.99, 10, 30", "0, 10, 100", "5, , ''", "5, 0, ''", "12, 10, ''"})
    void aPriceIsDoubtedThatLiesFurtherBelowTheListThanTheLimit(String price, @Nullable String list, String below) {
        List<Finding> found = found(
                order(LEEDS, 1, line("1", price, list)), rule(Check.PRICE, Map.of(Limit.PERCENT, 30L)), List.of());

        assertThat(found.stream().map(finding -> finding.evidence().get(3)).toList())
                .isEqualTo(below.isEmpty() ? List.of() : List.of(below));
    }

    @ParameterizedTest
    @CsvSource({"9999, false", "9999.999, false", "10000, true", "5012345678900, true"})
    void aQuantityIsDoubtedFromTheLimitOn(String quantity, boolean doubted) {
        List<Finding> found = found(
                order(LEEDS, 1, line("1", "1", null), line(quantity, "1", null)),
                rule(Check.QUANTITY, Map.of(Limit.COUNT, 10_000L)),
                List.of());

        assertThat(found.isEmpty()).isNotEqualTo(doubted);
    }

    @ParameterizedTest
    @CsvSource({"GBP, 999999, false", "GBP, 1000000, true", "JPY, 9999, false", "JPY, 10000, true"})
    void anOrderIsWorthALookFromTheLimitOnInWholeUnitsOfItsCurrency(String currency, long total, boolean doubted) {
        Submission order = new Submission(
                1, AT, "web", null, "a@example.org", "", LEEDS, currency, total, List.of(line("1", "1", null)));

        List<Finding> found = found(order, rule(Check.VALUE, Map.of(Limit.AMOUNT, 10_000L)), List.of());

        assertThat(found.isEmpty()).isNotEqualTo(doubted);
    }

    @Test
    void whatAChannelSaysForItselfGoesBeforeWhatIsSaidForAll() {
        assertThat(first("phone", Check.DUPLICATE)).isEqualTo(Verdict.HOLD);
        assertThat(first("fax", Check.DUPLICATE)).isEqualTo(Verdict.WARN);
        assertThat(first("retail", Check.ADDRESS)).isEqualTo(Verdict.PASS);
        assertThat(new Policy(1, AT, List.of()).of("web").values())
                .allSatisfy(rule -> assertThat(rule.verdict()).isEqualTo(Verdict.PASS));
    }

    private static Verdict first(String channel, Check check) {
        return Objects.requireNonNull(Policy.FIRST.of(channel).get(check)).verdict();
    }

    @Test
    void aBuyerIsKnownByTheAccountElseByMailElseByPhoneElseByThePlace() {
        assertThat(Fingerprints.party(buyer(5L, "a@x.org", "1")))
                .isEqualTo(Fingerprints.party(buyer(5L, "b@x.org", "2")));
        assertThat(Fingerprints.party(buyer(null, "A@x.org ", "1")))
                .isEqualTo(Fingerprints.party(buyer(null, "a@X.org", "2")));
        assertThat(Fingerprints.party(buyer(null, "", "+44 1"))).isEqualTo(Fingerprints.party(buyer(null, "", "441")));
        assertThat(Fingerprints.party(buyer(null, "", ""))).isNotEqualTo(Fingerprints.party(buyer(null, "", "441")));
    }

    private static Submission buyer(@Nullable Long customer, String email, String phone) {
        return new Submission(1, AT, "web", customer, email, phone, LEEDS, "GBP", 1, List.of());
    }
}
