package dev.orderwright.promising.web;

import static dev.orderwright.shared.Texts.t;

import dev.orderwright.catalog.Countries;
import dev.orderwright.catalog.Item;
import dev.orderwright.catalog.ItemKind;
import dev.orderwright.catalog.Sku;
import dev.orderwright.promising.AvailabilityQuestion.ItemQuantity;
import dev.orderwright.promising.DeliveryMethod;
import dev.orderwright.shared.Refusal;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the parameters of a question about availability; collects everything that is wrong with them. */
final class AvailabilityInput {

    static final int ITEMS_MAX = 100;
    private static final BigDecimal QUANTITY_MAX = BigDecimal.valueOf(1_000_000_000);

    private final List<Refusal> refusals = new ArrayList<>();

    List<Refusal> refusals() {
        return refusals;
    }

    /** The SKUs, in the order of the parameters; null where one is none. */
    List<@Nullable Sku> skus(String[] given) {
        if (given.length > ITEMS_MAX) {
            refuse("too-many-items", "sku", t("promising.refusal.askForAtMostItems", ITEMS_MAX));
            return List.of();
        }
        List<@Nullable Sku> skus = new ArrayList<>(given.length);
        Set<Sku> seen = new LinkedHashSet<>();
        for (int i = 0; i < given.length; i++) {
            Sku sku = Sku.parse(given[i]).orElse(null);
            skus.add(sku);
            if (sku != null && !seen.add(sku)) {
                refuse("asked-twice", "sku[" + i + "]", t("promising.refusal.theSkuStandsInThe", sku));
            }
        }
        return skus;
    }

    /** Items with quantities in their smallest unit; without those that are refused. */
    List<ItemQuantity> items(
            String[] given, List<@Nullable Sku> skus, Map<Sku, Item> known, String @Nullable [] quantities) {
        if (quantities != null && quantities.length != skus.size()) {
            refuse("quantity-count", "quantity", t("promising.refusal.giveOneQuantityForEach", skus.size()));
            return List.of();
        }
        List<ItemQuantity> items = new ArrayList<>(skus.size());
        for (int i = 0; i < skus.size(); i++) {
            Sku sku = skus.get(i);
            Item item = sku == null ? null : known.get(sku);
            if (item == null) {
                refuse("unknown-sku", "sku[" + i + "]", t("promising.refusal.thereIsNoItem", given[i]));
            } else if (item.kind() == ItemKind.SERVICE) {
                refuse("not-stocked", "sku[" + i + "]", t("promising.refusal.itemIsAChargeIt", sku));
            } else if (!item.active()) {
                refuse("item-inactive", "sku[" + i + "]", t("promising.refusal.itemIsNoLongerSold", sku));
            } else {
                long quantity = quantity("quantity[" + i + "]", quantities == null ? "1" : quantities[i], item);
                if (quantity > 0) {
                    items.add(new ItemQuantity(item.id(), quantity));
                }
            }
        }
        return items;
    }

    /** In the item's smallest unit; 0 when it was refused. */
    private long quantity(String field, String given, Item item) {
        BigDecimal quantity;
        try {
            quantity = new BigDecimal(given.strip());
        } catch (NumberFormatException e) {
            refuse("wrong-type", field, t("promising.refusal.isNotANumber", given));
            return 0;
        }
        if (quantity.signum() <= 0) {
            refuse("not-positive", field, t("promising.refusal.theQuantityMustBeMore", given));
        } else if (quantity.compareTo(QUANTITY_MAX) > 0) {
            refuse("quantity-too-large", field, t("promising.refusal.askForAtMostAt", QUANTITY_MAX.toPlainString()));
        } else if (quantity.stripTrailingZeros().scale() > item.quantityDecimals()) {
            refuse(
                    "too-many-decimals",
                    field,
                    t("promising.refusal.thisItemIsSoldWith", item.quantityDecimals(), given));
        } else {
            return quantity.scaleByPowerOfTen(item.quantityDecimals()).longValueExact();
        }
        return 0;
    }

    String country(String given) {
        String code = Countries.codeOf(given).orElse("");
        if (code.isEmpty()) {
            refuse("unknown-country", "country", t("promising.refusal.isNotACountryUse", given));
        }
        return code;
    }

    String method(String given) {
        for (DeliveryMethod method : DeliveryMethod.values()) {
            if (method.name().equals(given)) {
                return given;
            }
        }
        refuse("unknown-method", "method", t("promising.refusal.theDeliveryMethodIsStandard"));
        return given;
    }

    private void refuse(String code, String field, String reason) {
        refusals.add(Refusal.of(code, field, reason));
    }
}
