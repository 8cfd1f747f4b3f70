package dev.orderwright.shared.web;

import dev.orderwright.shared.Actor;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Who is asking, and what they may do and see. Controllers take it as a method argument.
 *
 * @param displayName how the screens call them
 * @param permissions what they may do ({@code orders:write})
 * @param nodes codes of the only nodes they work at; empty when they work at all
 * @param channels codes of the only channels they work for; empty when they work for all
 * @param amountCap the highest refund or discount they may give alone, in minor units; none when there is no limit
 * @param seesPersonalData false when names, addresses, phone numbers and e-mails are to be masked
 */
public record Who(
        Actor actor,
        String displayName,
        Set<String> permissions,
        Set<String> nodes,
        Set<String> channels,
        @Nullable Long amountCap,
        boolean seesPersonalData) {

    private static final String ATTRIBUTE = Who.class.getName();

    public Who {
        permissions = Set.copyOf(permissions);
        nodes = Set.copyOf(nodes);
        channels = Set.copyOf(channels);
    }

    /** The caller of a request, none while nobody is signed in. */
    public static Optional<Who> of(HttpServletRequest request) {
        return Optional.ofNullable((Who) request.getAttribute(ATTRIBUTE));
    }

    public void attachTo(HttpServletRequest request) {
        request.setAttribute(ATTRIBUTE, this);
    }

    public boolean may(String permission) {
        return permissions.contains(permission);
    }

    public boolean mayAny(String... anyOf) {
        for (String permission : anyOf) {
            if (permissions.contains(permission)) {
                return true;
            }
        }
        return false;
    }

    public boolean worksAt(String node) {
        return nodes.isEmpty() || nodes.contains(node);
    }

    public boolean worksFor(String channel) {
        return channels.isEmpty() || channels.contains(channel);
    }

    /** Whether an amount in minor units is within what they may decide alone. */
    public boolean decidesAlone(long minor) {
        return amountCap == null || Math.abs(minor) <= amountCap;
    }

    /** A personal detail as this caller may see it: {@code who.personal(email, Masks::email)}. */
    public String personal(String value, UnaryOperator<String> mask) {
        return seesPersonalData ? value : mask.apply(value);
    }

    /** A detail of who a package goes to and where, which those who pack and ship need to see. */
    public String shipTo(String value, UnaryOperator<String> mask) {
        return may("personal:ship-to") ? value : personal(value, mask);
    }

    /** A detail of who an invoice goes to and where, which those who collect the money need to see. */
    public String billTo(String value, UnaryOperator<String> mask) {
        return may("personal:bill-to") ? value : personal(value, mask);
    }
}
