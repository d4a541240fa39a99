package org.selfstab.recheck;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** One change at random somewhere in a certificate: of a number, a text, a list or a field. */
record Mutation(JsonNode tree, Random random) {

    private static final List<List<String>> WORDS = List.of(
            List.of("HOLDS", "FAILS", "UNDECIDED"),
            List.of("<", ">"),
            List.of("alpha", "beta", "gamma", "sharpness", "eta_sharpness", "eta_lambda_2"));

    /** Of the digits of decimals that are read with all of them. */
    private static final MathContext DIGITS = new MathContext(60);

    void apply() {
        List<Place> places = places(tree);
        Place place = places.get(random.nextInt(places.size()));
        JsonNode old = place.value();
        if (random.nextInt(20) == 0) {
            place.remove();
        } else if (random.nextInt(10) == 0) {
            swap(place, places);
        } else if (old.isContainerNode()) {
            changeList(place);
        } else if (old.isIntegralNumber() && random.nextBoolean()) {
            place.set(IntNode.valueOf(integer(old.intValue())));
        } else if (old.isBigDecimal()) {
            place.set(decimal(old.decimalValue()));
        } else if (old.isNumber()) {
            place.set(number(old.doubleValue()));
        } else if (old.isBoolean()) {
            place.set(BooleanNode.valueOf(!old.booleanValue()));
        } else if (old.isTextual()) {
            place.set(TextNode.valueOf(text(old.textValue())));
        } else {
            place.set(DoubleNode.valueOf(random.nextGaussian()));
        }
    }

    /** Two of a kind change places, so that what comes out may be read. */
    private void swap(Place place, List<Place> places) {
        List<Place> alike = places.stream()
                .filter(other -> !other.value().isContainerNode()
                        && other.value().getNodeType() == place.value().getNodeType())
                .toList();
        if (!alike.isEmpty()) {
            Place other = alike.get(random.nextInt(alike.size()));
            JsonNode value = place.value();
            place.set(other.value());
            other.set(value);
        }
    }

    private void changeList(Place place) {
        if (place.value() instanceof ArrayNode list && !list.isEmpty() && random.nextBoolean()) {
            int left = random.nextInt(list.size());
            while (list.size() > left) {
                list.remove(left);
            }
        } else {
            place.removeOrRepeat(random);
        }
    }

    private int integer(int old) {
        return switch (random.nextInt(6)) {
            case 0 -> -old;
            case 1 -> 0;
            case 2 -> old + 1;
            case 3 -> 2 * old;
            case 4 -> Integer.MAX_VALUE;
            default -> random.nextInt(100);
        };
    }

    private JsonNode number(double old) {
        return switch (random.nextInt(11)) {
            case 0 -> DoubleNode.valueOf(-old);
            case 1 -> DoubleNode.valueOf(0.0);
            case 2 -> NullNode.getInstance();
            case 3 -> DoubleNode.valueOf(old * Math.exp(4.0 * random.nextGaussian()));
            case 4 -> DoubleNode.valueOf(old + 1e-6 * random.nextGaussian());
            case 5 -> DoubleNode.valueOf(Math.nextUp(old));
            case 6 -> DoubleNode.valueOf(1e300 * random.nextGaussian());
            case 7 -> DoubleNode.valueOf(Double.MIN_VALUE * random.nextInt(10));
            case 8 -> DoubleNode.valueOf(Math.nextDown(old));
            case 9 -> DoubleNode.valueOf(Math.scalb(old, random.nextInt(200) - 100));
            default -> DoubleNode.valueOf(old * (1.0 + 0.1 * random.nextGaussian()));
        };
    }

    private JsonNode decimal(BigDecimal old) {
        BigDecimal changed =
                switch (random.nextInt(9)) {
                    case 0 -> old.negate();
                    case 1 -> BigDecimal.ZERO;
                    case 2 -> old.multiply(BigDecimal.valueOf(Math.exp(4.0 * random.nextGaussian())), DIGITS);
                    case 3 -> old.multiply(BigDecimal.valueOf(1.0 + 0.1 * random.nextGaussian()), DIGITS);
                    case 4 -> old.scaleByPowerOfTen(random.nextInt(40) - 20);
                    case 5 -> old.add(BigDecimal.valueOf(random.nextGaussian()).scaleByPowerOfTen(-random.nextInt(45)));
                    case 6 -> BigDecimal.valueOf(random.nextGaussian()).scaleByPowerOfTen(300);
                    case 7 -> BigDecimal.valueOf(random.nextGaussian()).scaleByPowerOfTen(-300);
                    default -> old.add(old.ulp());
                };
        return DecimalNode.valueOf(changed);
    }

    private String text(String old) {
        for (List<String> words : WORDS) {
            if (words.contains(old)) {
                return words.get(random.nextInt(words.size()));
            }
        }
        int place = old.isEmpty() ? 0 : random.nextInt(old.length());
        return switch (random.nextInt(10)) {
            case 0 -> old + " + 0*log(-1)";
            case 1 -> "(" + old + ")^99";
            case 2 -> old.isEmpty() ? "x" : old.substring(place);
            case 3 -> "atan(exp(-23000)) + " + old;
            case 4 -> "-(" + old + ")";
            case 5 -> "0*(" + old + ")";
            case 6 -> old.substring(0, place) + old.substring(Math.min(old.length(), place + 1));
            case 7 -> old.substring(0, place) + random.nextInt(4) + old.substring(place);
            case 8 -> old.substring(0, place) + '.' + old.substring(place);
            default -> old.replace('1', '2');
        };
    }

    private static List<Place> places(JsonNode tree) {
        List<Place> places = new ArrayList<>();
        collect(tree, places);
        return places;
    }

    private static void collect(JsonNode node, List<Place> places) {
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            places.add(new Place(node, i, ""));
            collect(node.get(i), places);
        }
        node.properties().forEach(field -> {
            if (!field.getKey().equals("sha256")) {
                places.add(new Place(node, -1, field.getKey()));
                collect(field.getValue(), places);
            }
        });
    }

    /** A field of an object or an item of an array. */
    private record Place(JsonNode parent, int index, String field) {

        JsonNode value() {
            return index < 0 ? parent.get(field) : parent.get(index);
        }

        void set(JsonNode value) {
            if (index < 0) {
                ((ObjectNode) parent).set(field, value);
            } else {
                ((ArrayNode) parent).set(index, value);
            }
        }

        void remove() {
            if (index < 0) {
                ((ObjectNode) parent).remove(field);
            } else {
                ((ArrayNode) parent).remove(index);
            }
        }

        void removeOrRepeat(Random random) {
            if (index < 0) {
                ((ObjectNode) parent).set(field, NullNode.getInstance());
            } else if (random.nextBoolean()) {
                ((ArrayNode) parent).remove(index);
            } else {
                ((ArrayNode) parent).insert(index, value().deepCopy());
            }
        }
    }
}
