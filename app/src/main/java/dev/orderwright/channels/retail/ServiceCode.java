package dev.orderwright.channels.retail;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The stock codes that are no articles: nothing lies on a shelf for them, they only have a price. */
enum ServiceCode {
    POSTAGE("POST", "Postage", Nature.CHARGE),
    WEB_POSTAGE("DOT", "Web postage", Nature.CHARGE),
    CARRIAGE("C2", "Carriage", Nature.CHARGE),
    /** This one, packing and one voucher have numbers like articles. */
    NEXT_DAY_CARRIAGE("23444", "Next day carriage", Nature.CHARGE),
    PACKING("23574", "Packing", Nature.CHARGE),
    /** Whatever the clerk typed by hand, on invoices and credits alike. */
    MANUAL("M", "Manual charge", Nature.CHARGE),
    SAMPLES("S", "Samples", Nature.CHARGE),
    /** Filler pads that go with cushions at a token price of 0.001; nobody counts them. */
    PADS("PADS", "Filler pads", Nature.CHARGE),
    /** Vouchers come with their value in the code ({@code gift_0001_20}); they are money, not goods. */
    GIFT_VOUCHER("GIFT_0001_*", "Gift voucher", Nature.CHARGE),
    GIFT_VOUCHER_100("22016", "Gift voucher for 100", Nature.CHARGE),
    /** Only ever on credits: money back without goods back. */
    DISCOUNT("D", "Discount", Nature.CHARGE),
    BANK_CHARGES("BANK CHARGES", "Bank charges", Nature.FEE),
    MARKETPLACE_FEE("AMAZONFEE", "Marketplace fee", Nature.FEE),
    CHARITY_COMMISSION("CRUK", "Charity commission", Nature.FEE),
    BAD_DEBT("B", "Bad debt", Nature.BAD_DEBT);

    /** Whom the money of a service concerns. */
    enum Nature {
        /** The customer pays it or gets it back. */
        CHARGE,
        /** A third party takes it; on the invoice of a customer it is passed on to them. */
        FEE,
        /** The ledger only. */
        BAD_DEBT
    }

    private static final String VOUCHER_PREFIX = "GIFT_0001_";
    private static final Map<String, ServiceCode> BY_CODE =
            Stream.of(values()).collect(Collectors.toMap(service -> service.code, service -> service));

    private final String code;
    private final String title;
    private final Nature nature;

    ServiceCode(String code, String title, Nature nature) {
        this.code = code;
        this.title = title;
        this.nature = nature;
    }

    String title() {
        return title;
    }

    /** Vouchers are money that changes its form; what is bought with them is taxed. */
    boolean isVoucher() {
        return this == GIFT_VOUCHER || this == GIFT_VOUCHER_100;
    }

    Nature nature() {
        return nature;
    }

    /** In any mix of cases, as the file has {@code M} and {@code m}. */
    static Optional<ServiceCode> of(String stockCode) {
        String upper = stockCode.strip().toUpperCase(Locale.ROOT);
        return upper.startsWith(VOUCHER_PREFIX) ? Optional.of(GIFT_VOUCHER) : Optional.ofNullable(BY_CODE.get(upper));
    }
}
