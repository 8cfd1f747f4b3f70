package dev.orderwright.catalog;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.springframework.context.annotation.Fallback;
import org.springframework.stereotype.Component;

/** Answers from the tables that come with the program, where no tax service takes their place. */
@Component
@Fallback
class BuiltInTax implements TaxPort {

    private final TaxRules rules = new TaxRules(TaxTable.builtIn());

    @Override
    public Map<TaxQuestion, TaxRate> rates(Collection<TaxQuestion> questions) {
        Map<TaxQuestion, TaxRate> rates = new HashMap<>();
        for (TaxQuestion question : questions) {
            rules.rate(question).ifPresent(rate -> rates.put(question, rate));
        }
        return rates;
    }
}
