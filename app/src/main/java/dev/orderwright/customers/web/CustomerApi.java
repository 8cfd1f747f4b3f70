package dev.orderwright.customers.web;

import static dev.orderwright.shared.Texts.t;

import dev.orderwright.customers.Customer;
import dev.orderwright.customers.CustomerDraft;
import dev.orderwright.customers.Customers;
import dev.orderwright.customers.Defined;
import dev.orderwright.customers.web.CustomerAnswer.DefinedAnswer;
import dev.orderwright.customers.web.CustomerAnswer.ListAnswer;
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
import dev.orderwright.shared.web.Who;
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

/** Customers are found, read and defined. A customer is named by his number. */
@RestController
@RequestMapping("/api/v1/customers")
class CustomerApi {

    private final Customers customers;
    private final Company company;

    CustomerApi(Customers customers, Company company) {
        this.customers = customers;
        this.company = company;
    }

    /** Customers by number: those whose number begins with the text, or who have all its words. */
    @GetMapping
    @Requires("customers:read")
    @Operation(summary = "Customers by number")
    ListAnswer list(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") int limit,
            Who who) {
        Page<Customer> page = customers.search(q, cursor, limit);
        return new ListAnswer(
                page.items().stream()
                        .map(customer -> CustomerAnswer.of(customer, null, who))
                        .toList(),
                page.next());
    }

    @GetMapping("/{number}")
    @Requires("customers:read")
    @Operation(summary = "One customer")
    ResponseEntity<CustomerAnswer> one(@PathVariable String number, Who who) {
        return answer(find(number), who, HttpStatus.OK);
    }

    /** Makes the customer or replaces what is known of him; with If-Match only when nobody else has changed him. */
    @PutMapping("/{number}")
    @Requires("customers:write")
    @Operation(
            summary = "Make a customer or replace what is known of him",
            description = "With If-Match only when nobody else has changed him.")
    @ApiResponse(responseCode = "201", description = "Made")
    @ApiResponse(responseCode = "200", description = "It was there already")
    ResponseEntity<CustomerAnswer> put(
            @PathVariable String number,
            @RequestBody CustomerInput input,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            Cause cause,
            Who who) {
        if (input.number() != null && !input.number().strip().equals(number)) {
            throw ApiRefusal.of(List.of(Refusal.of(
                    "other-number", "number", t("customers.refusal.theAddressNamesTheBody", number, input.number()))));
        }
        CustomerDraft draft = Inputs.one(input.named(number), this::draft);
        Integer version = IfMatch.version(ifMatch);
        Outcome<Defined> outcome =
                version == null ? customers.define(cause, List.of(draft)) : customers.change(cause, draft, version);
        Defined defined = ApiRefusal.orThrow(outcome, "customers[0].");
        boolean created = defined.customers().getFirst().change() == Change.CREATED;
        return answer(find(number), who, created ? HttpStatus.CREATED : HttpStatus.OK);
    }

    /** Defines many customers: all, or none. */
    @PostMapping
    @Requires("customers:write")
    @Operation(summary = "Make or replace many customers")
    DefinedAnswer define(@RequestBody CustomerInput.Many input, Cause cause) {
        return DefinedAnswer.of(
                ApiRefusal.orThrow(customers.define(cause, Inputs.all(input.customers(), "customers", this::draft))));
    }

    @PostMapping("/{number}/activate")
    @Requires("customers:write")
    @Operation(summary = "Serve a customer again")
    ResponseEntity<CustomerAnswer> activate(
            @PathVariable String number,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            Cause cause,
            Who who) {
        return setActive(number, true, IfMatch.version(ifMatch), cause, who);
    }

    /** Stops selling to the customer; what he has ordered is not touched. */
    @PostMapping("/{number}/deactivate")
    @Requires("customers:write")
    @Operation(summary = "Serve a customer no more")
    ResponseEntity<CustomerAnswer> deactivate(
            @PathVariable String number,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            Cause cause,
            Who who) {
        return setActive(number, false, IfMatch.version(ifMatch), cause, who);
    }

    private ResponseEntity<CustomerAnswer> setActive(
            String number, boolean active, @Nullable Integer version, Cause cause, Who who) {
        ApiRefusal.orThrow(customers.setActive(cause, find(number).number(), active, version));
        return answer(find(number), who, HttpStatus.OK);
    }

    private Optional<CustomerDraft> draft(CustomerInput input, String at, List<Refusal> refusals) {
        return input.draft(at, company, refusals);
    }

    private ResponseEntity<CustomerAnswer> answer(Customer customer, Who who, HttpStatus status) {
        return ResponseEntity.status(status)
                .eTag(IfMatch.tag(customer.version()))
                .body(CustomerAnswer.of(
                        customer, customers.credit(customer.id()).orElse(null), who));
    }

    private Customer find(String number) {
        Customer customer = customers.byNumber(List.of(number)).get(number);
        if (customer == null) {
            throw ApiRefusal.notFound(t("customers.refusal.customerWithTheNumber", number));
        }
        return customer;
    }
}
