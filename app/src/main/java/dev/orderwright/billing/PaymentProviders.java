package dev.orderwright.billing;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The payment providers there are, and the one that new payments go through. */
@Component
class PaymentProviders {

    private final Map<String, PaymentProvider> byName;
    private final String chosen;

    PaymentProviders(
            List<PaymentProvider> providers, @Value("${orderwright.payments.provider:sandbox}") String chosen) {
        this.byName =
                providers.stream().collect(Collectors.toUnmodifiableMap(PaymentProvider::name, Function.identity()));
        this.chosen = chosen;
        get(chosen);
    }

    String chosen() {
        return chosen;
    }

    PaymentProvider get(String name) {
        PaymentProvider provider = byName.get(name);
        if (provider == null) {
            throw new IllegalStateException("there is no payment provider '" + name + "', only " + byName.keySet());
        }
        return provider;
    }
}
