package dev.orderwright.orders.web;

import dev.orderwright.orders.web.OrderAnswers.OneOfMany;
import dev.orderwright.orders.web.OrderAnswers.PlacedAnswer;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What the route that takes orders answers, to one order and to a stream of them. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@ApiResponse(
        responseCode = "201",
        description = "The order is placed",
        content = @Content(mediaType = "application/json", schema = @Schema(implementation = PlacedAnswer.class)))
@ApiResponse(
        responseCode = "200",
        description = "It had been placed before, under another key; or, to a stream, one result a line",
        content = {
            @Content(mediaType = "application/json", schema = @Schema(implementation = PlacedAnswer.class)),
            @Content(mediaType = OrderIntakeApi.LINES, schema = @Schema(implementation = OneOfMany.class))
        })
@interface PlacedResponses {}
