package dev.orderwright.channels.retail;

import dev.orderwright.catalog.Sku;
import dev.orderwright.channels.retail.file.RetailRow;
import java.util.Locale;
import java.util.Optional;

/** What a stock code stands for. */
sealed interface RetailCode {

    /** Articles of the web shop. */
    String WEB_ARTICLE = "DCGS";

    /** The code in the one way it is written everywhere: trimmed, upper case. */
    String code();

    /** An article on a shelf, with its SKU. */
    record Goods(String code) implements RetailCode {}

    /** A service: it has a price and no stock. */
    record Service(String code, ServiceCode service) implements RetailCode {}

    /** Neither an article number nor a service in the list. */
    record Unknown(String code) implements RetailCode {}

    /**
     * What is not in the list of services is an article if it has five digits with letters or none behind them, or
     * begins with DCGS: those codes have article descriptions ({@code BOYS PARTY BAG}) and are written off by the piece.
     * What is too long or has characters that no SKU has is neither.
     */
    static RetailCode of(String stockCode) {
        String code = stockCode.strip().toUpperCase(Locale.ROOT);
        if (Sku.parse(code).isEmpty()) {
            return new Unknown(code);
        }
        Optional<ServiceCode> service = ServiceCode.of(code);
        if (service.isPresent()) {
            return new Service(code, service.get());
        }
        boolean webArticle = code.startsWith(WEB_ARTICLE) && code.length() > WEB_ARTICLE.length();
        return webArticle || RetailRow.isArticleNumber(code) ? new Goods(code) : new Unknown(code);
    }
}
