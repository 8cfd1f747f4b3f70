package dev.orderwright.orders.web;

import dev.orderwright.orders.HoldType;
import dev.orderwright.orders.OrderQueries.View;
import dev.orderwright.orders.SliceState;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Describes, for those who use the API, what {@link OrderFilters} reads from a URL. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Parameter(
        in = ParameterIn.QUERY,
        name = "view",
        description = "A view of the order list; ALL when left out",
        schema = @Schema(implementation = View.class))
@Parameter(
        in = ParameterIn.QUERY,
        name = "state",
        description = "Only orders that have units in this state",
        schema = @Schema(implementation = SliceState.class))
@Parameter(
        in = ParameterIn.QUERY,
        name = "hold",
        description = "Only orders with an open hold of this type",
        schema = @Schema(implementation = HoldType.class))
@Parameter(
        in = ParameterIn.QUERY,
        name = "channel",
        description = "Only orders of this sales channel",
        schema = @Schema(type = "string"))
@Parameter(
        in = ParameterIn.QUERY,
        name = "customer",
        description = "Number of a customer: only orders of that customer",
        schema = @Schema(type = "string"))
@Parameter(
        in = ParameterIn.QUERY,
        name = "node",
        description = "Code of a node: only orders that leave from there",
        schema = @Schema(type = "string"))
@Parameter(
        in = ParameterIn.QUERY,
        name = "sku",
        description = "SKU of an item: only orders that have it",
        schema = @Schema(type = "string"))
@Parameter(
        in = ParameterIn.QUERY,
        name = "from",
        description = "Placed on this day or later",
        schema = @Schema(type = "string", format = "date"))
@Parameter(
        in = ParameterIn.QUERY,
        name = "until",
        description = "Placed on this day or before",
        schema = @Schema(type = "string", format = "date"))
@Parameter(
        in = ParameterIn.QUERY,
        name = "min",
        description = "Total of at least so much, in minor units",
        schema = @Schema(type = "integer", format = "int64"))
@Parameter(
        in = ParameterIn.QUERY,
        name = "method",
        description = "Only orders that are delivered this way, such as EXPRESS",
        schema = @Schema(type = "string"))
@Parameter(
        in = ParameterIn.QUERY,
        name = "expectedFrom",
        description = "Expected at the customer on this day or later",
        schema = @Schema(type = "string", format = "date"))
@Parameter(
        in = ParameterIn.QUERY,
        name = "expectedUntil",
        description = "Expected at the customer on this day or before",
        schema = @Schema(type = "string", format = "date"))
@interface FilterParameters {}
