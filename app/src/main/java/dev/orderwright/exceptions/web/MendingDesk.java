package dev.orderwright.exceptions.web;

import static dev.orderwright.shared.Texts.t;

import dev.orderwright.exceptions.Exceptions;
import dev.orderwright.shared.Company;
import dev.orderwright.shared.api.ApiRefusal;
import dev.orderwright.shared.exceptions.ExceptionCause;
import dev.orderwright.shared.exceptions.Fix;
import dev.orderwright.shared.exceptions.Reach;
import dev.orderwright.shared.web.Who;
import dev.orderwright.shared.web.WorkPlaces;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/** What somebody works on: the causes they may do something about, at the nodes they work at. */
@Component
class MendingDesk {

    private final Exceptions exceptions;
    private final WorkPlaces.Book places;
    private final InstantSource clock;
    private final Company company;

    MendingDesk(Exceptions exceptions, WorkPlaces.Book places, InstantSource clock, Company company) {
        this.exceptions = exceptions;
        this.places = places;
        this.clock = clock;
        this.company = company;
    }

    List<ExceptionCause> causes(Who who) {
        return exceptions.causes().stream().filter(cause -> may(who, cause)).toList();
    }

    private static boolean may(Who who, ExceptionCause cause) {
        return cause.permissions().stream().anyMatch(who::may);
    }

    /** For a page: not there, or not for this caller. */
    ExceptionCause cause(String name, Who who) {
        ExceptionCause cause = exceptions
                .cause(name)
                .orElseThrow(
                        () -> new ResponseStatusException(HttpStatus.NOT_FOUND, t("exceptions.refusal.unknownCause")));
        if (!may(who, cause)) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN, t("exceptions.refusal.notYours", cause.title()));
        }
        return cause;
    }

    /** The same for a program. */
    ExceptionCause causeForProgram(String name, Who who) {
        ExceptionCause cause =
                exceptions.cause(name).orElseThrow(() -> ApiRefusal.notFound(t("exceptions.refusal.unknownCause")));
        if (!may(who, cause)) {
            throw ApiRefusal.forbidden(t("exceptions.refusal.notYours", cause.title()));
        }
        return cause;
    }

    static Optional<Fix> fix(ExceptionCause cause, String name) {
        return cause.fixes().stream().filter(fix -> fix.name().equals(name)).findFirst();
    }

    /** For a page: a fix that somebody is about to use. */
    static Fix fix(ExceptionCause cause, String name, Who who) {
        Fix fix = fix(cause, name)
                .orElseThrow(
                        () -> new ResponseStatusException(HttpStatus.NOT_FOUND, t("exceptions.refusal.unknownFix")));
        require(who, fix.permission());
        return fix;
    }

    static void require(Who who, String permission) {
        if (!who.may(permission)) {
            throw new ResponseStatusException(
                    HttpStatus.FORBIDDEN, t("exceptions.refusal.needsPermission", permission));
        }
    }

    static void requireOfProgram(Who who, String permission) {
        if (!who.may(permission)) {
            throw ApiRefusal.forbidden(t("exceptions.refusal.needsPermission", permission));
        }
    }

    Reach reach(Who who) {
        return who.nodes().isEmpty()
                ? Reach.EVERYWHERE
                : Reach.at(places.all().stream()
                        .filter(place -> who.worksAt(place.code()))
                        .map(WorkPlaces.Place::id)
                        .toList());
    }

    LocalDate today() {
        return clock.instant().atZone(company.zone()).toLocalDate();
    }
}
