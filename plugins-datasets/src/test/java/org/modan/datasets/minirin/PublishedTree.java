/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.datasets.minirin;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Makes a tree of RadImageNet's layout, of 165 classes. The names of MR's classes and of those of
 * CT and US that are known are the published ones; which of the others there are is not, so
 * numbered ones stand in for them. Only four classes are small, so that up to a hundred of each
 * come to 16,222.
 */
final class PublishedTree {

    static final int CLASSES = 165;
    static final int SELECTED = 16_222;

    private static final Map<String, String> KNOWN = known();

    /** Images in the classes that have fewer than a hundred: 278 below four hundred. */
    private static final int[] SMALL = {9, 23, 37, 53};

    private PublishedTree() {}

    /**
     * Files without content: opening a dataset reads none.
     *
     * @return how many there are
     */
    static int write(Path home) throws IOException {
        List<String> classes = classes();
        int files = 0;
        for (int i = 0; i < classes.size(); i++) {
            Path folder = Files.createDirectories(home.resolve(classes.get(i)));
            int images = i % 40 == 7 && i / 40 < SMALL.length ? SMALL[i / 40] : 100 + i % 7;
            for (int image = 0; image < images; image++) {
                Files.createFile(folder.resolve("%s%06d.png".formatted(stem(folder), image * 37)));
            }
            files += images;
        }
        return files;
    }

    /** All class folders below {@code radiology_ai}. */
    static List<String> classes() {
        List<String> classes = new ArrayList<>();
        KNOWN.forEach(
                (anatomy, names) -> {
                    for (String name : names.split(" ")) {
                        classes.add(anatomy + "/" + name);
                    }
                });
        for (int i = 0; classes.size() < CLASSES; i++) {
            classes.add("CT/abd/finding_%02d".formatted(i));
        }
        return classes;
    }

    private static String stem(Path folder) {
        return folder.getParent().getFileName().toString();
    }

    private static Map<String, String> known() {
        Map<String, String> names = new LinkedHashMap<>();
        names.put("CT/abd", "bowel_abnormality normal renal_lesion");
        names.put(
                "CT/lung",
                "Airspace_opacity bronchiectasis interstitial_lung_disease nodule normal"
                        + " parenchyma_destruction");
        names.put(
                "MR/af",
                "Plantar_plate_tear achilles_pathology_ atfl_pathology bone_inflammation"
                        + " cfl_pathology chondral_abnormality coalition deltoid_pathology"
                        + " extensor_pathology_ fat_containing_tumor flexor_pathology_ hematoma"
                        + " intra lisfranc_pathology normal osseous_disruption osseous_neoplasm"
                        + " peroneal_pathology plantar_fascia_pathology post_op soft_tissue_edema"
                        + " soft_tissue_fluid soft_tissue_mass spring_ligament_injury"
                        + " syndesmosis_pathology");
        names.put(
                "MR/brain",
                "acute_infarct arteriovenous_anomaly chronic_infarct edema extra focal_flair_hyper"
                        + " intra normal pituatary_lesion white_matter_changes");
        names.put(
                "MR/hip",
                "abductor_pathology_ capsular_pathology chondral_pathology hamstring_pathology"
                        + " labral_pathology marrow_inflammation normal osseous_lesion post_op"
                        + " soft_tissue_edema soft_tissue_fluid soft_tissue_mass");
        names.put(
                "MR/knee",
                "acl_pathology bone_inflammation chondral_abnormality fcl_pathology fracture"
                        + " mcl_pathology meniscal_abnormality muscle_strain normal"
                        + " patella_pathology pcl_pathology post_operative_acl quad_pathology"
                        + " soft_tissue_edema soft_tissue_fluid_collection soft_tissue_mass");
        names.put(
                "MR/mriabd",
                "adrenal_pathology arterial_pathology ascites bil_dil bladder_pathology"
                        + " bowel_abnormality bowel_inflammation bowel_mass degenerative_changes"
                        + " dilated_urinary_tract enlarged_organ gallbladder_pathology"
                        + " intraperitoneal_mass liver_disease_ liver_lesion marrow_abn normal"
                        + " ovarian_pathology pancreatic_lesion prostate_lesion renal_lesion"
                        + " soft_tissue_collection splenic_lesion uterine_pathology");
        names.put(
                "MR/shoulder",
                "acj_oa biceps_pathology ca++_tendinosis ghj_oa infraspinatus_pathology normal"
                        + " subscapularis_pathology supraspinatus_pathology");
        names.put(
                "MR/spine",
                "cord_pathology_ cystic_lesions disc_pathology dural_epidural_abn"
                        + " facet_arthropathy foraminal_pathlogy normal osseous_abn scoliosis");
        names.put("US", "gb liver thyroid_nodule");
        return names;
    }
}
