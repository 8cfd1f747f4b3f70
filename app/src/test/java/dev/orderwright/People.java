package dev.orderwright;

import dev.orderwright.access.Role;
import dev.orderwright.access.UserDetails;
import dev.orderwright.access.Users;
import dev.orderwright.shared.Actor;
import dev.orderwright.shared.Cause;
import dev.orderwright.shared.Ids;
import java.util.List;
import java.util.Set;

/** People who can sign in to a world, with a password of their own. */
public final class People {

    public static final String PASSWORD = "violet kettle marching tundra";

    private static final String FIRST_PASSWORD = "harbour lantern quiet meadow";

    private People() {}

    /** Adds somebody and goes with them through their first sign-in. */
    public static Visitor add(World world, String login, Role... roles) {
        Cause cause = Cause.of(
                Actor.user("tester"),
                "person" + world.bean(Ids.class).next(),
                world.clock().instant());
        UserDetails details = new UserDetails(
                Character.toUpperCase(login.charAt(0)) + login.substring(1),
                Set.of(roles),
                List.of(),
                List.of(),
                null,
                true);
        world.bean(Users.class).create(cause, login, details, FIRST_PASSWORD).orThrow();
        Visitor visitor = Visitor.signedIn(world, login, FIRST_PASSWORD);
        visitor.submit("/account/password", "/account/password", "current", FIRST_PASSWORD, "next", PASSWORD);
        return visitor;
    }
}
