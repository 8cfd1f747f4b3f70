package dev.orderwright.shared.api;

import static dev.orderwright.shared.Texts.t;

import dev.orderwright.shared.Cursor;
import dev.orderwright.shared.Db;
import dev.orderwright.shared.Refusal;
import dev.orderwright.shared.api.ApiProblems.Answer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MissingRequestHeaderException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.servlet.NoHandlerFoundException;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/** The table of exceptions and their answers. */
final class ExceptionAnswers {

    private static final Duration SOON = Duration.ofSeconds(2);

    private ExceptionAnswers() {}

    static Answer of(Exception exception) {
        return switch (exception) {
            case ApiRefusal e -> new Answer(e.status().value(), e.refusals(), e.retryAfter());
            case HttpMessageNotReadableException e -> UnreadableBody.answer(e);
            case NoHandlerFoundException e -> noSuchRoute();
            case NoResourceFoundException e -> noSuchRoute();
            case HttpRequestMethodNotSupportedException e ->
                Answer.of(405, "method-not-allowed", "This address does not take " + e.getMethod() + ".");
            case HttpMediaTypeNotSupportedException e ->
                Answer.of(
                        415,
                        "unsupported-media-type",
                        "Content-Type",
                        "Send one of " + e.getSupportedMediaTypes() + ", not " + e.getContentType() + ".");
            case HttpMediaTypeNotAcceptableException e ->
                Answer.of(406, "not-acceptable", "Accept", "We can answer with " + e.getSupportedMediaTypes() + ".");
            case MethodArgumentTypeMismatchException e ->
                Answer.of(
                        400,
                        "wrong-type",
                        e.getName(),
                        t("shared.refusal.isNot", e.getValue(), UnreadableBody.wanted(e.getRequiredType())));
            case MissingServletRequestParameterException e ->
                Answer.of(400, "missing-parameter", e.getParameterName(), t("shared.refusal.theParameterIsRequired"));
            case MissingRequestHeaderException e ->
                Answer.of(400, "missing-header", e.getHeaderName(), "The header is required.");
            case MaxUploadSizeExceededException e -> Answer.of(413, "body-too-large", "The upload is too large.");
            case Cursor.BadCursor e ->
                Answer.of(400, "bad-cursor", "cursor", t("shared.refusal.notACursorOfThisList", e.text()));
            case RejectedExecutionException e -> later("overloaded", "Too much work is waiting.");
            case PessimisticLockingFailureException e -> later("busy", "Others are changing the same things.");
            case QueryTimeoutException e -> later("busy", "The database took too long.");
            case RuntimeException e when Db.isAway(e) -> later("database-unavailable", "The database does not answer.");
            default -> other(exception);
        };
    }

    /** Requests are idempotent by their key, so repeating is always the right advice. */
    private static Answer later(String code, String reason) {
        Answer answer = Answer.of(503, code, reason + " Repeat the request with the same key.");
        return new Answer(answer.status(), answer.refusals(), SOON);
    }

    private static Answer noSuchRoute() {
        return Answer.of(404, "no-such-route", "There is no such address; the API is described at /api/v1/openapi.");
    }

    private static Answer other(Exception exception) {
        if (exception instanceof ErrorResponse known && known.getStatusCode().is4xxClientError()) {
            @Nullable String detail = known.getBody().getDetail();
            return Answer.of(
                    known.getStatusCode().value(),
                    "bad-request",
                    detail == null ? "The request could not be understood." : detail);
        }
        return new Answer(
                500,
                List.of(Refusal.of(
                        "internal-error",
                        "Something is wrong on our side. Repeat the request with the same key; when it stays, report the"
                                + " requestId.")),
                null);
    }
}
