package dev.orderwright.catalog.web;

import static dev.orderwright.shared.Texts.t;

import dev.orderwright.catalog.Catalog;
import dev.orderwright.catalog.Item;
import dev.orderwright.shared.web.SubjectBook;
import dev.orderwright.shared.web.Who;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Items by their SKUs, for pages of other modules. */
@Component
class ItemSubjects implements SubjectBook {

    private final Catalog catalog;

    ItemSubjects(Catalog catalog) {
        this.catalog = catalog;
    }

    @Override
    public String kind() {
        return "item";
    }

    @Override
    public String title() {
        return t("shared.word.item");
    }

    @Override
    public Map<Long, Subject> subjects(Collection<Long> ids, Who who) {
        boolean mayOpen = who.may("catalog:read");
        return catalog.byId(ids).values().stream()
                .collect(Collectors.toMap(
                        Item::id, item -> new Subject(item.sku().code(), mayOpen ? "/items/" + item.key() : "")));
    }

    @Override
    public Optional<Long> find(String name) {
        return catalog.byKey(name).map(Item::id);
    }
}
