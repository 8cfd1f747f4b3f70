package dev.orderwright.catalog;

import java.util.Collection;
import java.util.Map;

/** Says which tax is due. The built-in answer comes from rate tables; a tax service can take its place. */
public interface TaxPort {

    /** The rates that are known; a question about a country nobody knows has no entry. */
    Map<TaxQuestion, TaxRate> rates(Collection<TaxQuestion> questions);
}
