package dev.orderwright.catalog;

import static dev.orderwright.shared.Texts.t;

import dev.orderwright.shared.Refusal;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What makes an item acceptable, and what can no longer be changed about one. */
final class ItemRules {

    static final int ITEMS_MAX = 10_000;
    static final int DESCRIPTION_LENGTH_MAX = 500;
    static final int DECIMALS_MAX = 6;
    static final int WEIGHT_GRAMS_MAX = 100_000_000;
    private static final BigDecimal PRICE_MAX = new BigDecimal("1000000000");
    private static final BigDecimal UNITS_MAX = new BigDecimal("1000000000");
    private static final Set<String> CURRENCIES = Currency.getAvailableCurrencies().stream()
            .map(Currency::getCurrencyCode)
            .collect(Collectors.toUnmodifiableSet());

    private ItemRules() {}

    /** What is wrong with drafts whatever is known already. */
    static List<Refusal> check(List<ItemDraft> drafts) {
        List<Refusal> refusals = new ArrayList<>();
        if (drafts.isEmpty() || drafts.size() > ITEMS_MAX) {
            refusals.add(Refusal.of("bad-size", "items", t("catalog.refusal.sendToItemsAtA", ITEMS_MAX)));
            return refusals;
        }
        Set<String> codes = new HashSet<>();
        for (int i = 0; i < drafts.size(); i++) {
            ItemDraft draft = drafts.get(i);
            String at = "items[" + i + "].";
            if (!codes.add(draft.sku().code())) {
                refusals.add(Refusal.of("duplicate-sku", at + "sku", t("catalog.refusal.theSkuIsInThe", draft.sku())));
            }
            if (draft.barcode() != null && !codes.add(draft.barcode())) {
                refusals.add(barcodeTaken(at, draft.barcode(), "another item of the list"));
            }
            refusals.addAll(check(at, draft));
        }
        return refusals;
    }

    private static List<Refusal> check(String at, ItemDraft draft) {
        List<Refusal> refusals = new ArrayList<>();
        int length = draft.description().length();
        if (draft.description().isBlank() || length > DESCRIPTION_LENGTH_MAX) {
            refusals.add(Refusal.of(
                    "bad-description",
                    at + "description",
                    t("catalog.refusal.aDescriptionHasToCharacters", DESCRIPTION_LENGTH_MAX, length)));
        }
        if (draft.quantityDecimals() < 0 || draft.quantityDecimals() > DECIMALS_MAX) {
            refusals.add(Refusal.of(
                    "bad-decimals",
                    at + "quantityDecimals",
                    t("catalog.refusal.aQuantityHasToDecimals", DECIMALS_MAX)));
        }
        if (draft.weightGrams() < 0 || draft.weightGrams() > WEIGHT_GRAMS_MAX) {
            refusals.add(Refusal.of(
                    "bad-weight", at + "weightGrams", t("catalog.refusal.aWeightIsToGrams", WEIGHT_GRAMS_MAX)));
        }
        if (!isPrice(draft.listPrice())) {
            refusals.add(Refusal.of(
                    "bad-price", at + "listPrice", t("catalog.refusal.aListPriceIsTo", PRICE_MAX.toPlainString())));
        }
        if (!CURRENCIES.contains(draft.currency())) {
            refusals.add(Refusal.of(
                    "unknown-currency", at + "currency", t("catalog.refusal.isNotAnIsoCode", draft.currency())));
        }
        if (!TaxCategory.ALL.contains(draft.taxCategory())) {
            refusals.add(Refusal.of(
                    "unknown-tax-category",
                    at + "taxCategory",
                    t("catalog.refusal.aTaxCategoryIsStandard", draft.taxCategory())));
        }
        if (!isBarcode(draft.barcode())) {
            refusals.add(Refusal.of("bad-barcode", at + "barcode", t("catalog.refusal.aBarcodeHasToPrintable")));
        }
        refusals.addAll(check(at, draft.units(), draft.quantityDecimals()));
        return refusals;
    }

    private static List<Refusal> check(String at, SaleUnits units, int decimals) {
        List<Refusal> refusals = new ArrayList<>();
        Map<String, Optional<BigDecimal>> quantities = new LinkedHashMap<>();
        quantities.put("packMultiple", Optional.ofNullable(units.packMultiple()));
        quantities.put("orderMin", Optional.ofNullable(units.orderMin()));
        quantities.put("orderMax", Optional.ofNullable(units.orderMax()));
        quantities.forEach((field, quantity) -> quantity.filter(wanted -> !isQuantity(wanted, decimals))
                .ifPresent(wanted -> refusals.add(Refusal.of(
                        "bad-quantity",
                        at + field,
                        t("catalog.refusal.quantityOfOneOrder", UNITS_MAX.toPlainString(), decimals)))));
        if (refusals.isEmpty()
                && units.orderMax() != null
                && units.atMost(units.orderMax()).isEmpty()) {
            refusals.add(Refusal.of("no-quantity", at + "orderMax", t("catalog.refusal.noQuantityFits")));
        }
        return refusals;
    }

    private static boolean isQuantity(BigDecimal quantity, int decimals) {
        return quantity.signum() > 0
                && quantity.compareTo(UNITS_MAX) <= 0
                && quantity.stripTrailingZeros().scale() <= decimals;
    }

    private static boolean isPrice(BigDecimal price) {
        return price.signum() >= 0
                && price.compareTo(PRICE_MAX) <= 0
                && price.stripTrailingZeros().scale() <= 6;
    }

    private static boolean isBarcode(@Nullable String barcode) {
        return barcode == null
                || (!barcode.isEmpty()
                        && barcode.length() <= Sku.LENGTH_MAX
                        && barcode.chars().allMatch(c -> c > ' ' && c < 0x7f));
    }

    /** What cannot be done to items that exist: their stock is counted in their smallest unit. */
    static List<Refusal> checkChanges(List<ItemDraft> drafts, Map<Sku, Item> known) {
        List<Refusal> refusals = new ArrayList<>();
        for (int i = 0; i < drafts.size(); i++) {
            ItemDraft draft = drafts.get(i);
            Item item = known.get(draft.sku());
            if (item != null && item.quantityDecimals() != draft.quantityDecimals()) {
                refusals.add(Refusal.of(
                        "decimals-are-fixed",
                        "items[" + i + "].quantityDecimals",
                        t("catalog.refusal.isCountedWithDecimalsDefine", draft.sku(), item.quantityDecimals())));
            }
            if (item != null && item.kind() != draft.kind()) {
                refusals.add(Refusal.of(
                        "kind-is-fixed",
                        "items[" + i + "].kind",
                        t("catalog.refusal.isDefineAnotherSkuFor", draft.sku(), item.kind())));
            }
        }
        return refusals;
    }

    /**
     * What a scanner could not tell apart.
     *
     * @param owners which SKU each code belongs to already, as its SKU or its barcode
     */
    static List<Refusal> checkBarcodes(List<ItemDraft> drafts, Map<String, Sku> owners) {
        List<Refusal> refusals = new ArrayList<>();
        for (int i = 0; i < drafts.size(); i++) {
            ItemDraft draft = drafts.get(i);
            Sku byBarcode = draft.barcode() == null ? null : owners.get(draft.barcode());
            if (draft.barcode() != null && byBarcode != null && !byBarcode.equals(draft.sku())) {
                refusals.add(barcodeTaken("items[" + i + "].", draft.barcode(), byBarcode.code()));
            }
            Sku bySku = owners.get(draft.sku().code());
            if (bySku != null && !bySku.equals(draft.sku())) {
                refusals.add(Refusal.of(
                        "sku-taken", "items[" + i + "].sku", t("catalog.refusal.isTheBarcodeOf", draft.sku(), bySku)));
            }
        }
        return refusals;
    }

    private static Refusal barcodeTaken(String at, String barcode, String owner) {
        return Refusal.of("barcode-taken", at + "barcode", t("catalog.refusal.theCodeBelongsTo", barcode, owner));
    }

    static boolean differs(Item item, ItemDraft draft) {
        return !item.description().equals(draft.description())
                || item.weightGrams() != draft.weightGrams()
                || item.listPrice().compareTo(draft.listPrice()) != 0
                || !item.currency().equals(draft.currency())
                || !item.taxCategory().equals(draft.taxCategory())
                || !java.util.Objects.equals(item.barcode(), draft.barcode())
                || !item.units().isAs(draft.units());
    }
}
