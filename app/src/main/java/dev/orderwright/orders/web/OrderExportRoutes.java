package dev.orderwright.orders.web;

import dev.orderwright.orders.OrderQueries;
import dev.orderwright.orders.OrderQueries.Filter;
import dev.orderwright.orders.OrderQueries.Listed;
import dev.orderwright.shared.Company;
import dev.orderwright.shared.web.Requires;
import dev.orderwright.shared.web.Who;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** All orders that fit the filters of the list, as a file that is written while it is read: never more than a page of it is held. */
@Controller
class OrderExportRoutes {

    private static final int ROWS_AT_ONCE = 500;

    private final OrderQueries queries;
    private final OrderFilters filters;
    private final OrderListHead head;
    private final InstantSource clock;
    private final Company company;

    OrderExportRoutes(
            OrderQueries queries, OrderFilters filters, OrderListHead head, InstantSource clock, Company company) {
        this.queries = queries;
        this.filters = filters;
        this.head = head;
        this.clock = clock;
        this.company = company;
    }

    /** One row of the file. */
    @FunctionalInterface
    private interface Format {
        String row(OrderQueries.Row row);
    }

    @GetMapping("/orders/export.csv")
    @Requires("orders:read")
    void csv(@RequestParam Map<String, String> parameters, Who who, HttpServletResponse response) throws IOException {
        OrderExport export = export(who);
        begin(response, "text/csv;charset=UTF-8", "orders.csv");
        write(parameters, response, export.csvHead(), export::csv);
    }

    @GetMapping("/orders/export.ndjson")
    @Requires("orders:read")
    void ndjson(@RequestParam Map<String, String> parameters, Who who, HttpServletResponse response)
            throws IOException {
        OrderExport export = export(who);
        begin(response, "application/x-ndjson;charset=UTF-8", "orders.ndjson");
        write(parameters, response, "", export::json);
    }

    private OrderExport export(Who who) {
        return new OrderExport(head.shown(who), company.zone(), clock.instant(), who);
    }

    private static void begin(HttpServletResponse response, String type, String name) {
        response.setContentType(type);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment().filename(name).build().toString());
    }

    /** The filters are read before the first byte, so that what is wrong with them can still be said. */
    private void write(Map<String, String> parameters, HttpServletResponse response, String first, Format format)
            throws IOException {
        Filter filter = filters.of(OrderListScreens.asked(parameters));
        Writer out = new BufferedWriter(new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8));
        out.write(first);
        @Nullable Long before = null;
        do {
            Listed page = queries.list(filter, before, ROWS_AT_ONCE);
            for (OrderQueries.Row row : page.rows()) {
                out.write(format.row(row));
            }
            before = page.next();
        } while (before != null);
        out.flush();
    }
}
