package dev.orderwright.fulfilment.web;

import dev.orderwright.catalog.Catalog;
import dev.orderwright.catalog.Item;
import dev.orderwright.fulfilment.PickConfirm.Scan;
import dev.orderwright.fulfilment.PickList;
import dev.orderwright.fulfilment.PickList.Stop;
import dev.orderwright.shared.api.InputCheck;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads scans that programs send: with how many decimals an item is counted tells its pick list. */
@Component
class ScanDecimals {

    private final Catalog catalog;

    ScanDecimals(Catalog catalog) {
        this.catalog = catalog;
    }

    List<Scan> scans(InputCheck check, String field, @Nullable List<WorkInput.@Nullable Pick> picks, PickList list) {
        List<Scan> scans = new ArrayList<>();
        for (WorkInput.Pick pick : check.lines(field, picks)) {
            String at = field + "[" + scans.size() + "].";
            String code = check.text(at + "code", pick.code());
            scans.add(new Scan(
                    code,
                    check.text(at + "bin", pick.bin()),
                    check.units(at + "quantity", pick.quantity(), decimals(list, code))));
        }
        return scans;
    }

    private int decimals(PickList list, String code) {
        return list.stops().stream()
                .filter(stop -> stop.sku().equalsIgnoreCase(code) || code.equals(stop.barcode()))
                .map(Stop::quantityDecimals)
                .findFirst()
                .or(() -> catalog.byScan(code).map(Item::quantityDecimals))
                .orElse(0);
    }
}
