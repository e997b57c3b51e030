package example;

import dev.rfsweep.Architecture;
import dev.rfsweep.Query;
import dev.rfsweep.SearchSpace;

/** Asks a grid of three million networks which of them see 100 to 200 pixels at stride 8. */
final class ReadmeExample {

    private ReadmeExample() {}

    public static void main(String[] args) {
        SearchSpace space = SearchSpace.of("6*cn_k3,5,7_s1,2_dil1,2");
        Query query = space.where("rf=100..200", "stride=8");
        System.out.println(query.count() + " of " + space.variants());
        query.nearest("rf", 150, 3).forEach(v -> System.out.println(v.get("rf") + " " + v.arch()));
        query.stream("id", "rf").limit(5).forEach(System.out::println); // a java.util.stream.Stream

        Architecture cheapest = SearchSpace.of("2*cn_k3,5_c8,16 gp fc_c10", "32")
                .where("rf=7..")
                .least("params", 1)
                .get(0);
        System.out.println(cheapest.get("params") + " parameters");
        System.out.print(cheapest.pytorch());
    }
}
