package dev.orderwright.inventory.web;

import static dev.orderwright.shared.Texts.t;

import dev.orderwright.inventory.Inventory;
import dev.orderwright.inventory.Node;
import dev.orderwright.inventory.NodeDraft;
import dev.orderwright.inventory.NodeKind;
import dev.orderwright.inventory.NodesDefined;
import dev.orderwright.shared.Cause;
import dev.orderwright.shared.Company;
import dev.orderwright.shared.Outcome;
import dev.orderwright.shared.Refusal;
import dev.orderwright.shared.api.ApiRefusal;
import dev.orderwright.shared.api.IfMatch;
import dev.orderwright.shared.web.Requires;
import dev.orderwright.shared.web.Who;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Nodes are listed, read and defined. A node is named by its code. */
@RestController
@RequestMapping("/api/v1/nodes")
class NodeApi {

    private static final LocalTime CUT_OFF = LocalTime.of(14, 0);

    private final Inventory inventory;
    private final StockNames names;
    private final Company company;

    NodeApi(Inventory inventory, StockNames names, Company company) {
        this.inventory = inventory;
        this.names = names;
        this.company = company;
    }

    /**
     * A node as a caller sends it.
     *
     * @param zone such as {@code Europe/London}; without it that of the company
     * @param openDays Monday to Friday unless said otherwise
     * @param cutOff 14:00 unless said otherwise
     * @param ships true unless said otherwise, and so is {@code active}
     */
    record NodeInput(
            @Nullable String name,
            @Nullable NodeKind kind,
            @Nullable String zone,
            @Nullable String street,
            @Nullable String city,
            @Nullable String postcode,
            @Nullable String country,
            @Nullable Set<DayOfWeek> openDays,
            @Nullable LocalTime cutOff,
            @Nullable Integer processingDays,
            @Nullable Boolean ships,
            @Nullable Boolean active,
            @Nullable Set<LocalDate> closedDays) {}

    record NodeAnswer(
            String id,
            String code,
            String name,
            String kind,
            String zone,
            String street,
            String city,
            String postcode,
            String country,
            List<DayOfWeek> openDays,
            LocalTime cutOff,
            int processingDays,
            boolean ships,
            boolean active,
            List<LocalDate> closedDays,
            int version) {

        static NodeAnswer of(Node node) {
            return new NodeAnswer(
                    Long.toString(node.id()),
                    node.code(),
                    node.name(),
                    node.kind().name(),
                    node.zone().getId(),
                    node.street(),
                    node.city(),
                    node.postcode(),
                    node.country(),
                    node.openDays().stream().sorted().toList(),
                    node.cutOff(),
                    node.processingDays(),
                    node.ships(),
                    node.active(),
                    List.copyOf(new TreeSet<>(node.closedDays())),
                    node.version());
        }
    }

    record NodesAnswer(List<NodeAnswer> nodes) {}

    @GetMapping
    @Requires("inventory:read")
    @Operation(summary = "The nodes")
    NodesAnswer list() {
        return new NodesAnswer(inventory.nodes().stream().map(NodeAnswer::of).toList());
    }

    @GetMapping("/{code}")
    @Requires("inventory:read")
    @Operation(summary = "One node")
    ResponseEntity<NodeAnswer> one(@PathVariable String code) {
        return answer(code, HttpStatus.OK);
    }

    /** Makes the node or replaces what is known of it; with If-Match only when nobody else has changed it. */
    @PutMapping("/{code}")
    @Requires("inventory:write")
    @Operation(
            summary = "Make a node or replace what is known of it",
            description = "With If-Match only when nobody else has changed it.")
    @ApiResponse(responseCode = "201", description = "Made")
    @ApiResponse(responseCode = "200", description = "It was there already")
    ResponseEntity<NodeAnswer> put(
            @PathVariable String code,
            @RequestBody NodeInput input,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            Cause cause,
            Who who) {
        NodeDraft draft = draft(code.strip().toUpperCase(Locale.ROOT), input);
        if (!who.worksAt(draft.code())) {
            throw ApiRefusal.forbidden(t("inventory.refusal.youWorkAtNotAt", who.nodes(), draft.code()));
        }
        Integer version = IfMatch.version(ifMatch);
        Outcome<NodesDefined> outcome = version == null
                ? inventory.defineNodes(cause, List.of(draft))
                : inventory.changeNode(cause, draft, version);
        NodesDefined.DefinedNode defined =
                ApiRefusal.orThrow(outcome, "nodes[0].").nodes().getFirst();
        boolean created = defined.changed() && defined.version() == 1;
        return answer(draft.code(), created ? HttpStatus.CREATED : HttpStatus.OK);
    }

    private NodeDraft draft(String code, NodeInput input) {
        if (input.name() == null) {
            throw ApiRefusal.of(List.of(Refusal.of("missing", "name", t("inventory.refusal.nameIsRequired"))));
        }
        return new NodeDraft(
                code,
                input.name().strip(),
                Objects.requireNonNullElse(input.kind(), NodeKind.WAREHOUSE),
                zone(input.zone()),
                LineReader.text(input.street()),
                LineReader.text(input.city()),
                LineReader.text(input.postcode()),
                Objects.requireNonNullElse(input.country(), company.country()),
                Objects.requireNonNullElse(input.openDays(), EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY)),
                Objects.requireNonNullElse(input.cutOff(), CUT_OFF),
                Objects.requireNonNullElse(input.processingDays(), 0),
                !Boolean.FALSE.equals(input.ships()),
                !Boolean.FALSE.equals(input.active()),
                Objects.requireNonNullElse(input.closedDays(), Set.of()));
    }

    private ZoneId zone(@Nullable String zone) {
        if (zone == null) {
            return company.zone();
        }
        try {
            return ZoneId.of(zone);
        } catch (DateTimeException e) {
            throw ApiRefusal.of(
                    List.of(Refusal.of("unknown-zone", "zone", t("inventory.refusal.isNotATimeZone", zone))));
        }
    }

    private ResponseEntity<NodeAnswer> answer(String code, HttpStatus status) {
        Node node = names.nodesByCode().get(code.strip().toUpperCase(Locale.ROOT));
        if (node == null) {
            throw ApiRefusal.notFound(t("inventory.refusal.node", code));
        }
        return ResponseEntity.status(status).eTag(IfMatch.tag(node.version())).body(NodeAnswer.of(node));
    }
}
