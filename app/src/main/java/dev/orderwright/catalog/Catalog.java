package dev.orderwright.catalog;

import static dev.orderwright.shared.Texts.t;

import dev.orderwright.catalog.Defined.DefinedItem;
import dev.orderwright.catalog.ItemStore.Write;
import dev.orderwright.shared.Cause;
import dev.orderwright.shared.Change;
import dev.orderwright.shared.Commands;
import dev.orderwright.shared.Cursor;
import dev.orderwright.shared.Fact;
import dev.orderwright.shared.Facts;
import dev.orderwright.shared.Ids;
import dev.orderwright.shared.Outcome;
import dev.orderwright.shared.Page;
import dev.orderwright.shared.Refusal;
import dev.orderwright.shared.Run;
import dev.orderwright.shared.SearchText;
import dev.orderwright.shared.Versions;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The items that can be sold and stored: define them, look them up, find them. */
@Component
public class Catalog {

    private final Commands commands;
    private final ItemStore store;
    private final Ids ids;

    Catalog(Commands commands, ItemStore store, Ids ids) {
        this.commands = commands;
        this.store = store;
        this.ids = ids;
    }

    /** Makes items, or changes those whose SKU is known. Defining the same again changes nothing. */
    public Outcome<Defined> define(Cause cause, List<ItemDraft> drafts) {
        return commands.once(cause, "define-items", drafts, Defined.class, run -> define(run, drafts, null));
    }

    /**
     * Changes one item, if nobody else has changed it since the caller saw it.
     *
     * @param version the one the caller saw
     */
    public Outcome<Defined> change(Cause cause, ItemDraft draft, int version) {
        List<ItemDraft> drafts = List.of(draft);
        return commands.once(
                cause, "change-item", List.of(draft, version), Defined.class, run -> define(run, drafts, version));
    }

    /** Makes an item whose SKU must be new. */
    public Outcome<Defined> add(Cause cause, ItemDraft draft) {
        List<ItemDraft> drafts = List.of(draft);
        return commands.once(cause, "add-item", drafts, Defined.class, run -> define(run, drafts, Versions.NEW));
    }

    private Outcome<Defined> define(Run run, List<ItemDraft> drafts, @Nullable Integer version) {
        List<Refusal> refusals = ItemRules.check(drafts);
        if (!refusals.isEmpty()) {
            return Outcome.refused(refusals);
        }
        Map<Sku, Item> known =
                bySku(store.lock(drafts.stream().map(ItemDraft::sku).toList()));
        refusals = refusalsAgainst(drafts, known, version);
        return refusals.isEmpty() ? Outcome.done(write(run, drafts, known)) : Outcome.refused(refusals);
    }

    private List<Refusal> refusalsAgainst(List<ItemDraft> drafts, Map<Sku, Item> known, @Nullable Integer version) {
        List<Refusal> refusals = new ArrayList<>(ItemRules.checkChanges(drafts, known));
        Set<String> codes = drafts.stream()
                .mapMulti((ItemDraft draft, java.util.function.Consumer<String> code) -> {
                    code.accept(draft.sku().code());
                    if (draft.barcode() != null) {
                        code.accept(draft.barcode());
                    }
                })
                .collect(Collectors.toSet());
        refusals.addAll(ItemRules.checkBarcodes(drafts, store.codeOwners(codes)));
        if (version != null) {
            ItemDraft first = drafts.getFirst();
            Item item = known.get(first.sku());
            Versions.unexpected(
                            version,
                            item == null ? null : item.version(),
                            first.sku().code(),
                            Refusal.of(
                                    "sku-taken", "items[0].sku", t("catalog.refusal.thereIsAnItemWith", first.sku())),
                            unknownSku("sku", first.sku()))
                    .ifPresent(refusals::add);
        }
        return refusals;
    }

    private Defined write(Run run, List<ItemDraft> drafts, Map<Sku, Item> known) {
        List<Write> inserts = new ArrayList<>();
        List<Write> updates = new ArrayList<>();
        List<DefinedItem> answer = new ArrayList<>();
        for (ItemDraft draft : drafts) {
            Item item = known.get(draft.sku());
            String sku = draft.sku().code();
            if (item == null) {
                Write write = new Write(ids.next(), draft);
                inserts.add(write);
                answer.add(new DefinedItem(sku, write.id(), 1, Change.CREATED));
                run.fact(fact(write, "ItemDefined"));
            } else if (ItemRules.differs(item, draft)) {
                Write write = new Write(item.id(), draft);
                updates.add(write);
                answer.add(new DefinedItem(sku, item.id(), item.version() + 1, Change.CHANGED));
                run.fact(fact(write, "ItemChanged"));
            } else {
                answer.add(new DefinedItem(sku, item.id(), item.version(), Change.UNCHANGED));
            }
        }
        store.insert(inserts);
        store.update(updates);
        return new Defined(answer);
    }

    private static Fact fact(Write write, String type) {
        ItemDraft draft = write.draft();
        return new Fact(
                "item",
                write.id(),
                type,
                Facts.data(
                        "sku", draft.sku().code(),
                        "description", draft.description(),
                        "listPrice", draft.listPrice().toPlainString(),
                        "currency", draft.currency()));
    }

    /** Takes items out of sale ({@code active} false) or puts them back. */
    public Outcome<Defined> setActive(Cause cause, List<Sku> skus, boolean active) {
        return setActive(cause, skus, active, null);
    }

    /** The same for one item as the caller saw it; else {@code stale-version}. */
    public Outcome<Defined> setActive(Cause cause, Sku sku, boolean active, @Nullable Integer version) {
        return setActive(cause, List.of(sku), active, version);
    }

    private Outcome<Defined> setActive(Cause cause, List<Sku> skus, boolean active, @Nullable Integer version) {
        Object asked = Versions.asked(List.of(skus, active), version);
        return commands.once(cause, "set-items-active", asked, Defined.class, run -> {
            Map<Sku, Item> known = bySku(store.lock(skus));
            List<Refusal> refusals = new ArrayList<>();
            known.values()
                    .forEach(item -> Versions.stale(
                                    version, item.version(), item.sku().code())
                            .ifPresent(refusals::add));
            for (int i = 0; i < skus.size(); i++) {
                if (!known.containsKey(skus.get(i))) {
                    refusals.add(unknownSku("skus[" + i + "]", skus.get(i)));
                }
            }
            return refusals.isEmpty()
                    ? Outcome.done(setActive(run, known.values(), active))
                    : Outcome.refused(refusals);
        });
    }

    private Defined setActive(Run run, Collection<Item> items, boolean active) {
        List<DefinedItem> answer = new ArrayList<>();
        for (Item item : items) {
            boolean changes = item.active() != active;
            int version = item.version() + (changes ? 1 : 0);
            Change change = changes ? Change.CHANGED : Change.UNCHANGED;
            answer.add(new DefinedItem(item.sku().code(), item.id(), version, change));
            if (changes) {
                run.fact(new Fact("item", item.id(), active ? "ItemPutOnSale" : "ItemTakenOffSale", Map.of()));
            }
        }
        store.setActive(items.stream().map(Item::id).toList(), active);
        return new Defined(answer);
    }

    private static Refusal unknownSku(String field, Sku sku) {
        return Refusal.of("unknown-sku", field, t("catalog.refusal.thereIsNoItemWith", sku));
    }

    public Map<Sku, Item> bySku(Collection<Sku> skus) {
        return skus.isEmpty() ? Map.of() : bySku(store.bySku(skus));
    }

    private static Map<Sku, Item> bySku(List<Item> items) {
        return items.stream().collect(Collectors.toMap(Item::sku, Function.identity()));
    }

    public Map<Long, Item> byId(Collection<Long> ids) {
        return ids.isEmpty()
                ? Map.of()
                : store.byId(ids).stream().collect(Collectors.toMap(Item::id, Function.identity()));
    }

    /** The item with this SKU or, where none has it, with this id: what {@link Item#key()} gave out. */
    public Optional<Item> byKey(String key) {
        Optional<Item> bySku = Sku.parse(key).map(sku -> bySku(List.of(sku)).get(sku));
        return bySku.isPresent()
                ? bySku
                : Ids.parse(key).map(id -> byId(List.of(id)).get(id));
    }

    /** The item whose SKU or barcode a scanner has read; a SKU wins over a barcode. */
    public Optional<Item> byScan(String code) {
        return store.byScan(code.strip().toUpperCase(Locale.ROOT), code.strip());
    }

    /** Items whose SKU begins with the text, or that have all its words; all items when the text is empty. */
    public Page<Item> search(String text, @Nullable String cursor, int limit) {
        String after = Cursor.parse(cursor, Cursor.of("")).string(0);
        String typed = text.strip();
        List<Item> rows = typed.isEmpty()
                ? store.list(after, limit)
                : store.search(
                        SearchText.prefix(typed.toUpperCase(Locale.ROOT)), SearchText.words(typed), after, limit);
        return Page.of(rows, limit, item -> Cursor.of(item.sku()));
    }
}
