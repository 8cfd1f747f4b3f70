package dev.orderwright.catalog.web;

import static dev.orderwright.shared.Texts.t;

import dev.orderwright.catalog.Item;
import dev.orderwright.catalog.ItemDraft;
import dev.orderwright.catalog.ItemKind;
import dev.orderwright.catalog.SaleUnits;
import dev.orderwright.catalog.Sku;
import dev.orderwright.catalog.TaxCategory;
import dev.orderwright.shared.Refusal;
import dev.orderwright.shared.ui.Field;
import dev.orderwright.shared.ui.Show;
import dev.orderwright.shared.web.FormInput;
import dev.orderwright.shared.web.TypedNumbers;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The form of an item: its fields, and the item it describes. What an item is counted in cannot be changed later. */
final class ItemForm {

    private ItemForm() {}

    static Map<String, String> of(Item item) {
        Map<String, String> in = new LinkedHashMap<>();
        in.put("description", item.description());
        in.put("listPrice", TypedNumbers.text(item.listPrice().stripTrailingZeros()));
        in.put("currency", item.currency());
        in.put("taxCategory", item.taxCategory());
        in.put("weightGrams", Integer.toString(item.weightGrams()));
        in.put("barcode", Objects.requireNonNullElse(item.barcode(), ""));
        in.put("packMultiple", quantity(item.units().packMultiple()));
        in.put("orderMin", quantity(item.units().orderMin()));
        in.put("orderMax", quantity(item.units().orderMax()));
        in.put("version", Integer.toString(item.version()));
        return in;
    }

    static List<Field> fields(boolean isNew, Map<String, String> in) {
        List<Field> fields = new ArrayList<>();
        if (isNew) {
            Map<String, String> kinds = new LinkedHashMap<>();
            kinds.put(ItemKind.STOCKED.name(), t("catalog.itemForm.goodsThatAreStored"));
            kinds.put(ItemKind.SERVICE.name(), t("catalog.itemForm.aChargeSuchAsPostage"));
            fields.add(text("sku", "SKU", in)
                    .hint(t("catalog.itemForm.itCannotBeChangedLater"))
                    .mandatory());
            fields.add(Field.select(
                    "kind", t("catalog.itemForm.kind"), in.getOrDefault("kind", ItemKind.STOCKED.name()), kinds));
            fields.add(text("quantityDecimals", t("catalog.itemForm.decimalsOfAQuantity"), in)
                    .hint(t("catalog.itemForm.decimalsHint")));
        }
        Map<String, String> taxes = new LinkedHashMap<>();
        TaxCategory.ALL.stream()
                .sorted(java.util.Comparator.comparing(code -> !code.equals(TaxCategory.STANDARD)))
                .forEach(code -> taxes.put(code, t("catalog.TaxCategory." + code)));
        fields.add(text("description", t("catalog.itemForm.description"), in).mandatory());
        fields.add(
                text("listPrice", t("catalog.itemForm.listPriceNetOfOne"), in).mandatory());
        fields.add(text("currency", t("catalog.itemForm.currency"), in).mandatory());
        fields.add(Field.select(
                "taxCategory", t("catalog.itemForm.tax"), in.getOrDefault("taxCategory", TaxCategory.STANDARD), taxes));
        fields.add(text("weightGrams", t("catalog.itemForm.weightInGrams"), in).hint(t("catalog.itemForm.weightHint")));
        fields.add(text("barcode", t("catalog.itemForm.barcode"), in).hint(t("catalog.itemForm.whatAScannerReadsOn")));
        fields.add(text("packMultiple", t("catalog.itemForm.packMultiple"), in)
                .hint(t("catalog.itemForm.packMultipleHint")));
        fields.add(text("orderMin", t("catalog.itemForm.orderMin"), in).hint(t("catalog.itemForm.orderLimitHint")));
        fields.add(text("orderMax", t("catalog.itemForm.orderMax"), in).hint(t("catalog.itemForm.orderLimitHint")));
        return fields;
    }

    private static String quantity(@Nullable BigDecimal quantity) {
        return quantity == null ? "" : TypedNumbers.text(quantity.stripTrailingZeros());
    }

    private static @Nullable BigDecimal quantity(FormInput in, String name) {
        return in.text(name).isEmpty() ? null : in.decimal(name);
    }

    private static Field text(String name, String label, Map<String, String> in) {
        return Field.text(name, label, in.getOrDefault(name, ""));
    }

    /**
     * The item the form describes; with refusals in the input when it does not describe one.
     *
     * @param known the one that is changed, null for a new one
     */
    static Optional<ItemDraft> draft(FormInput in, @Nullable Item known) {
        Sku sku = known == null ? sku(in) : known.sku();
        ItemKind kind = known == null ? in.choice("kind", ItemKind.class, ItemKind.STOCKED) : known.kind();
        int decimals = known == null ? in.whole("quantityDecimals") : known.quantityDecimals();
        String description = in.required("description", t("catalog.itemForm.aDescription"));
        in.required("listPrice", t("catalog.itemForm.aPrice"));
        ItemDraft draft = new ItemDraft(
                sku == null ? Sku.of("-") : sku,
                description,
                kind,
                decimals,
                in.whole("weightGrams"),
                in.decimal("listPrice"),
                in.required("currency", t("catalog.itemForm.aCurrency")).toUpperCase(Locale.ROOT),
                in.text("taxCategory"),
                in.textOrNull("barcode"),
                new SaleUnits(quantity(in, "packMultiple"), quantity(in, "orderMin"), quantity(in, "orderMax")));
        return in.refusals().isEmpty() ? Optional.of(draft) : Optional.empty();
    }

    private static @Nullable Sku sku(FormInput in) {
        Sku sku = Sku.parse(in.text("sku")).orElse(null);
        if (sku == null) {
            in.refuse(Refusal.of("bad-sku", "sku", t("catalog.refusal.aSkuHasToPrintable", Sku.LENGTH_MAX)));
        }
        return sku;
    }

    /** What one cannot change. */
    static String kind(Item item) {
        return item.isStocked() ? t("catalog.itemForm.goods") : Show.words(ItemKind.SERVICE);
    }
}
