package dev.orderwright.channels.retail;

/** Why a row is not what its neighbours are: a stable code for programs, a sentence for the person who looks into it. */
enum RetailReason {
    BAD_DEBT("bad-debt", "A correction of bad debt concerns the ledger only; it is no order."),
    NEGATIVE_PRICE("negative-price", "A price below zero is no sale; it is listed for finance."),
    THIRD_PARTY_FEE("third-party-fee", "A fee that a third party takes or gives back concerns no customer."),

    UNKNOWN_CODE("unknown-code", "The stock code is neither an article number nor a known service."),
    OTHER_CUSTOMER("other-customer", "The row names another customer than the rest of its invoice."),
    INVOICE_REPEATED("invoice-repeated", "The invoice number comes again long after its first rows."),
    ZERO_QUANTITY("zero-quantity", "A row of no units does nothing."),
    NOTE_ON_SERVICE("note-on-service", "A service has no stock that could be adjusted."),
    RETURN_WITHOUT_CREDIT("return-without-credit", "Units come back for money, but the invoice is no credit."),
    CREDIT_THAT_SELLS("credit-that-sells", "A credit must take units back, and this row sells some."),

    NO_CUSTOMER("no-customer", "The credit names no customer whose sales it could take back."),
    MONEY_ONLY("money-only", "A discount gives money back without naming a sale."),
    SALE_BEFORE_DATA_BEGINS(
            "sale-before-data-begins", "The customer has no earlier order at all: the sale is older than the data."),
    NO_MATCHING_SALE("no-matching-sale", "The customer has earlier orders, but none with this article."),
    OTHER_PRICE("other-price", "The customer was charged for this service, but never at this price."),
    MORE_THAN_SOLD("more-than-sold", "More units are credited than the customer bought and still has.");

    private final String code;
    private final String sentence;

    RetailReason(String code, String sentence) {
        this.code = code;
        this.sentence = sentence;
    }

    String code() {
        return code;
    }

    String sentence() {
        return sentence;
    }
}
