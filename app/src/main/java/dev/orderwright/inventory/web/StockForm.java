package dev.orderwright.inventory.web;

import static dev.orderwright.shared.Texts.t;

import dev.orderwright.catalog.Item;
import dev.orderwright.shared.Quantities;
import dev.orderwright.shared.Refusal;
import dev.orderwright.shared.api.ApiRefusal;
import dev.orderwright.shared.web.TypedNumbers;
import dev.orderwright.shared.web.Who;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What was typed or scanned into a form about stock, read field by field; what cannot be understood is gathered. */
final class StockForm {

    private static final int LINES_MAX = 500;
    private static final Set<String> COUNTING =
            Set.of(StockForms.SKU, "node", "fromNode", "toNode", "bucket", "from", "to", "quantity", "delta", "lines");

    private final Map<String, String> in;
    private final StockNames names;
    private final LineReader reader;
    private final @Nullable Item item;
    private final List<Refusal> forbidden = new ArrayList<>();

    private StockForm(Map<String, String> in, StockNames names, LineReader reader, @Nullable Item item) {
        this.in = in;
        this.names = names;
        this.reader = reader;
        this.item = item;
    }

    static StockForm of(Map<String, String> in, StockNames names, Who who) {
        String scanned = in.getOrDefault(StockForms.SKU, "").strip();
        Item item = scanned.isEmpty() ? null : names.scanned(scanned).orElse(null);
        return new StockForm(in, names, names.reader(List.of(), who), item);
    }

    /** A line of a list of goods: an item and how many. */
    record Counted(Item item, long units) {}

    /** Whether enough is understood to say what will change, whatever else is missing still. */
    boolean countsRightly() {
        return refusals().stream().map(Refusal::field).noneMatch(COUNTING::contains);
    }

    List<Refusal> refusals() {
        List<Refusal> all = new ArrayList<>(reader.refusals());
        all.addAll(forbidden);
        return all;
    }

    @Nullable
    Item item() {
        String scanned = text(StockForms.SKU);
        if (scanned.isEmpty()) {
            reader.refuse("missing", StockForms.SKU, t("inventory.refusal.scanOrTypeAnItem"));
        } else if (item == null) {
            reader.refuse("unknown-sku", StockForms.SKU, t("inventory.refusal.noItemHasTheSku", scanned));
        }
        return item;
    }

    long itemId() {
        return item == null ? 0 : item.id();
    }

    int decimals() {
        return item == null ? 0 : item.quantityDecimals();
    }

    String amount(long units) {
        return item == null
                ? Quantities.text(units, decimals())
                : t("inventory.stockForm.of", Quantities.text(units, decimals()), item.sku());
    }

    long node(String name) {
        try {
            return reader.nodeId(name, text(name));
        } catch (ApiRefusal refused) {
            forbidden.addAll(refused.refusals().stream()
                    .map(refusal -> Refusal.of(refusal.code(), name, refusal.reason()))
                    .toList());
            return 0;
        }
    }

    /** A node that one need not work at. */
    long anyNode(String name) {
        return reader.anyNodeId(name, text(name));
    }

    long units(String name) {
        return units(name, text(name), decimals());
    }

    private long units(String name, String typed, int decimals) {
        if (typed.isEmpty()) {
            return reader.unitsOf(name, null, decimals);
        }
        Optional<BigDecimal> number = TypedNumbers.parse(typed);
        if (number.isEmpty()) {
            reader.refuse("bad-number", name, t("inventory.refusal.isNotANumber", typed));
        }
        return number.map(known -> reader.unitsOf(name, known, decimals)).orElse(0L);
    }

    String text(String name) {
        return LineReader.text(in.get(name));
    }

    String word(String name) {
        return LineReader.word(in.get(name), "");
    }

    String required(String name) {
        String typed = text(name);
        if (typed.isEmpty()) {
            reader.refuse("missing", name, t("inventory.refusal.thisIsRequired"));
        }
        return typed;
    }

    @Nullable
    Long id(String name) {
        String typed = text(name);
        return typed.isEmpty() ? null : reader.id(name, typed);
    }

    <E extends Enum<E>> E choice(String name, Class<E> type, E placeholder) {
        for (E value : type.getEnumConstants()) {
            if (value.name().equals(text(name))) {
                return value;
            }
        }
        reader.refuse("missing", name, t("inventory.refusal.chooseOne"));
        return placeholder;
    }

    @Nullable
    LocalDate day(String name, boolean required) {
        String typed = required ? required(name) : text(name);
        try {
            return typed.isEmpty() ? null : LocalDate.parse(typed);
        } catch (DateTimeParseException e) {
            reader.refuse("bad-date", name, t("inventory.refusal.isNotADaySuch", typed));
            return null;
        }
    }

    /** Lines of SKU or barcode with the units after it; without units a line counts one, as a scanner writes it. */
    List<Counted> counted(String name) {
        Map<Item, Long> counted = new LinkedHashMap<>();
        List<String> lines = required(name)
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
        if (lines.size() > LINES_MAX) {
            reader.refuse("bad-size", name, t("inventory.refusal.atMostLinesAtA", LINES_MAX));
            return List.of();
        }
        for (String line : lines) {
            String[] parts = line.split("\\s+");
            Item found = names.scanned(parts[0]).orElse(null);
            if (found == null || parts.length > 2) {
                reader.refuse("unknown-sku", name, t("inventory.refusal.isNotASkuOr", line));
            } else {
                long units = units(
                        name, parts.length == 2 ? parts[1].toUpperCase(Locale.ROOT) : "1", found.quantityDecimals());
                counted.merge(found, units, Long::sum);
            }
        }
        return counted.entrySet().stream()
                .map(entry -> new Counted(entry.getKey(), entry.getValue()))
                .toList();
    }
}
