package dev.orderwright.shipping;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The carriers that can be asked. */
@Component
class Carriers {

    private final Map<String, Carrier> byCode;

    Carriers(List<Carrier> carriers) {
        byCode = carriers.stream().collect(Collectors.toUnmodifiableMap(Carrier::code, Function.identity()));
    }

    Optional<Carrier> find(String code) {
        return Optional.ofNullable(byCode.get(code));
    }

    Carrier get(String code) {
        return find(code).orElseThrow(() -> new IllegalStateException("there is no carrier " + code));
    }

    Set<String> codes() {
        return byCode.keySet();
    }

    /** Who carries what nobody has chosen a carrier for. */
    Carrier usual() {
        return get(OwnCarrier.CODE);
    }
}
