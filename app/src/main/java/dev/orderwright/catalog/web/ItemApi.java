package dev.orderwright.catalog.web;

import static dev.orderwright.shared.Texts.t;

import dev.orderwright.catalog.Catalog;
import dev.orderwright.catalog.Defined;
import dev.orderwright.catalog.Item;
import dev.orderwright.catalog.ItemDraft;
import dev.orderwright.catalog.Sku;
import dev.orderwright.catalog.web.ItemAnswer.DefinedAnswer;
import dev.orderwright.catalog.web.ItemAnswer.ListAnswer;
import dev.orderwright.shared.Cause;
import dev.orderwright.shared.Change;
import dev.orderwright.shared.Company;
import dev.orderwright.shared.Outcome;
import dev.orderwright.shared.Page;
import dev.orderwright.shared.Refusal;
import dev.orderwright.shared.api.ApiRefusal;
import dev.orderwright.shared.api.IfMatch;
import dev.orderwright.shared.api.Inputs;
import dev.orderwright.shared.web.Requires;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Items are found, read and defined. An item is named by its SKU. */
@RestController
@RequestMapping("/api/v1/items")
class ItemApi {

    private final Catalog catalog;
    private final Company company;

    ItemApi(Catalog catalog, Company company) {
        this.catalog = catalog;
        this.company = company;
    }

    /** Items by SKU: those whose SKU begins with the text, or that have all its words. */
    @GetMapping
    @Requires("catalog:read")
    @Operation(summary = "Items by SKU")
    ListAnswer list(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") int limit) {
        Page<Item> page = catalog.search(q, cursor, limit);
        return new ListAnswer(page.items().stream().map(ItemAnswer::of).toList(), page.next());
    }

    @GetMapping("/{sku}")
    @Requires("catalog:read")
    @Operation(summary = "One item")
    ResponseEntity<ItemAnswer> one(@PathVariable String sku) {
        return answer(find(sku), HttpStatus.OK);
    }

    /** The item that a scanner has read, by SKU or barcode. */
    @GetMapping("/by-scan")
    @Requires("catalog:read")
    @Operation(summary = "The item that a scanner read")
    ResponseEntity<ItemAnswer> scanned(@RequestParam String code) {
        return answer(
                catalog.byScan(code).orElseThrow(() -> ApiRefusal.notFound(t("catalog.refusal.itemWithTheCode", code))),
                HttpStatus.OK);
    }

    /** Makes the item or replaces what is known of it; with If-Match only when nobody else has changed it. */
    @PutMapping("/{sku}")
    @Requires("catalog:write")
    @Operation(
            summary = "Make an item or replace what is known of it",
            description = "With If-Match only when nobody else has changed it.")
    @ApiResponse(responseCode = "201", description = "Made")
    @ApiResponse(responseCode = "200", description = "It was there already")
    ResponseEntity<ItemAnswer> put(
            @PathVariable String sku,
            @RequestBody ItemInput input,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            Cause cause) {
        if (input.sku() != null && !Sku.parse(input.sku()).equals(Sku.parse(sku))) {
            throw ApiRefusal.of(List.of(
                    Refusal.of("other-sku", "sku", t("catalog.refusal.theAddressNamesTheBody", sku, input.sku()))));
        }
        ItemDraft draft = Inputs.one(input.named(sku), this::draft);
        Integer version = IfMatch.version(ifMatch);
        Outcome<Defined> outcome =
                version == null ? catalog.define(cause, List.of(draft)) : catalog.change(cause, draft, version);
        Defined defined = ApiRefusal.orThrow(outcome, "items[0].");
        boolean created = defined.items().getFirst().change() == Change.CREATED;
        return answer(find(sku), created ? HttpStatus.CREATED : HttpStatus.OK);
    }

    /** Defines many items: all, or none. */
    @PostMapping
    @Requires("catalog:write")
    @Operation(summary = "Make or replace many items")
    DefinedAnswer define(@RequestBody ItemInput.Many input, Cause cause) {
        return DefinedAnswer.of(
                ApiRefusal.orThrow(catalog.define(cause, Inputs.all(input.items(), "items", this::draft))));
    }

    @PostMapping("/{sku}/activate")
    @Requires("catalog:write")
    @Operation(summary = "Sell an item again")
    ResponseEntity<ItemAnswer> activate(
            @PathVariable String sku,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            Cause cause) {
        return setActive(sku, true, IfMatch.version(ifMatch), cause);
    }

    /** Takes the item off sale; what is ordered already is not touched. */
    @PostMapping("/{sku}/deactivate")
    @Requires("catalog:write")
    @Operation(summary = "Sell an item no more")
    ResponseEntity<ItemAnswer> deactivate(
            @PathVariable String sku,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            Cause cause) {
        return setActive(sku, false, IfMatch.version(ifMatch), cause);
    }

    private ResponseEntity<ItemAnswer> setActive(String sku, boolean active, @Nullable Integer version, Cause cause) {
        ApiRefusal.orThrow(catalog.setActive(cause, find(sku).sku(), active, version));
        return answer(find(sku), HttpStatus.OK);
    }

    private Optional<ItemDraft> draft(ItemInput input, String at, List<Refusal> refusals) {
        return input.draft(at, company.currency(), refusals);
    }

    private static ResponseEntity<ItemAnswer> answer(Item item, HttpStatus status) {
        return ResponseEntity.status(status).eTag(IfMatch.tag(item.version())).body(ItemAnswer.of(item));
    }

    private Item find(String code) {
        return Sku.parse(code)
                .map(sku -> catalog.bySku(List.of(sku)).get(sku))
                .orElseThrow(() -> ApiRefusal.notFound(t("catalog.refusal.itemWithTheSku", code)));
    }
}
