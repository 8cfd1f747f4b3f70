package dev.orderwright;

import dev.orderwright.launcher.CommandLine;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The program. */
@SpringBootApplication
public class Orderwright {

    public static void main(String[] args) {
        System.exit(CommandLine.run(Orderwright.class, args));
    }
}
