package dev.orderwright.catalog;

import dev.orderwright.shared.Refusal;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
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
    private static final Set<String> CURRENCIES = Currency.getAvailableCurrencies().stream()
            .map(Currency::getCurrencyCode)
            .collect(Collectors.toUnmodifiableSet());

    private ItemRules() {}

    /** What is wrong with drafts whatever is known already. */
    static List<Refusal> check(List<ItemDraft> drafts) {
        List<Refusal> refusals = new ArrayList<>();
        if (drafts.isEmpty() || drafts.size() > ITEMS_MAX) {
            refusals.add(Refusal.of("bad-size", "items", "Send 1 to " + ITEMS_MAX + " items at a time."));
            return refusals;
        }
        Set<String> codes = new HashSet<>();
        for (int i = 0; i < drafts.size(); i++) {
            ItemDraft draft = drafts.get(i);
            String at = "items[" + i + "].";
            if (!codes.add(draft.sku().code())) {
                refusals.add(Refusal.of(
                        "duplicate-sku",
                        at + "sku",
                        "The SKU " + draft.sku() + " is in the list twice; send it once."));
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
                    "A description has 1 to " + DESCRIPTION_LENGTH_MAX + " characters; this has " + length + "."));
        }
        if (draft.quantityDecimals() < 0 || draft.quantityDecimals() > DECIMALS_MAX) {
            refusals.add(Refusal.of(
                    "bad-decimals", at + "quantityDecimals", "A quantity has 0 to " + DECIMALS_MAX + " decimals."));
        }
        if (draft.weightGrams() < 0 || draft.weightGrams() > WEIGHT_GRAMS_MAX) {
            refusals.add(
                    Refusal.of("bad-weight", at + "weightGrams", "A weight is 0 to " + WEIGHT_GRAMS_MAX + " grams."));
        }
        if (!isPrice(draft.listPrice())) {
            refusals.add(Refusal.of(
                    "bad-price",
                    at + "listPrice",
                    "A list price is 0 to " + PRICE_MAX.toPlainString() + " with at most 6 decimals."));
        }
        if (!CURRENCIES.contains(draft.currency())) {
            refusals.add(Refusal.of(
                    "unknown-currency",
                    at + "currency",
                    "'" + draft.currency() + "' is not an ISO 4217 code such as GBP or EUR."));
        }
        if (!TaxCategory.ALL.contains(draft.taxCategory())) {
            refusals.add(Refusal.of(
                    "unknown-tax-category",
                    at + "taxCategory",
                    "A tax category is STANDARD, ZERO or EXEMPT, not '" + draft.taxCategory() + "'."));
        }
        if (!isBarcode(draft.barcode())) {
            refusals.add(Refusal.of(
                    "bad-barcode", at + "barcode", "A barcode has 1 to 64 printable characters without spaces."));
        }
        return refusals;
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
                        draft.sku() + " is counted with " + item.quantityDecimals()
                                + " decimals; define another SKU to count in another way."));
            }
            if (item != null && item.kind() != draft.kind()) {
                refusals.add(Refusal.of(
                        "kind-is-fixed",
                        "items[" + i + "].kind",
                        draft.sku() + " is " + item.kind() + "; define another SKU for another kind."));
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
                        "sku-taken", "items[" + i + "].sku", draft.sku() + " is the barcode of " + bySku + "."));
            }
        }
        return refusals;
    }

    private static Refusal barcodeTaken(String at, String barcode, String owner) {
        return Refusal.of("barcode-taken", at + "barcode", "The code " + barcode + " belongs to " + owner + ".");
    }

    static boolean differs(Item item, ItemDraft draft) {
        return !item.description().equals(draft.description())
                || item.weightGrams() != draft.weightGrams()
                || item.listPrice().compareTo(draft.listPrice()) != 0
                || !item.currency().equals(draft.currency())
                || !item.taxCategory().equals(draft.taxCategory())
                || !java.util.Objects.equals(item.barcode(), draft.barcode());
    }
}
