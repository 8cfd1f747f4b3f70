package dev.orderwright;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The program. */
@SpringBootApplication
public class Orderwright {

    public static void main(String[] args) {
        SpringApplication.run(Orderwright.class, args);
    }
}
