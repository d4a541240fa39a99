From Coq Require Import Reals Lra.
From Coquelicot Require Import Coquelicot.
Require Import selfstab.
Open Scope R_scope.

Module Equation1.

Definition Q (eta z : R) : R :=
  (1 - z) / eta.

Definition Q_z (eta : R) : R :=
  (- 1) / eta.

Lemma Q_z_derivative : forall (eta z : R), 0 < eta -> is_derive (fun z => Q eta z) z (Q_z eta).
Proof.
  intros.
  try assert (P0 : eta <> 0) by (nonzero).
  change (is_derive (fun z => (1 - z) / eta) z ((- 1) / eta)).
  derivative.
Qed.

Lemma equation : forall (eta : R), 0 < eta -> 2 + eta * 0 - eta * 0 = 2.
Proof.
  intros.
  change (2 + eta * 0 - eta * 0 = 2).
  field; conditions.
Qed.

Definition claims : Prop :=
  (forall (eta z : R), 0 < eta -> is_derive (fun z => Q eta z) z (Q_z eta))
  /\ (forall (eta : R), 0 < eta -> 2 + eta * 0 - eta * 0 = 2).

Theorem proved : claims.
Proof. exact (conj Q_z_derivative equation). Qed.

End Equation1.

Module Equation2.

Definition a (eta m : R) : R :=
  eta / (1 - m).

Definition Q (eta m z : R) : R :=
  (- (z + (- 1))) * (z - m) / (eta * z).

Definition Q_z (eta m z : R) : R :=
  ((- 1) * (z - m) - (z + (- 1))) / (eta * z) + (- (z + (- 1))) * (z - m) * ((- eta) / (eta * z) ^ 2).

Lemma Q_z_derivative : forall (eta m z : R), 0 < eta -> 0 < m -> z <> 0 -> is_derive (fun z => Q eta m z) z (Q_z eta m z).
Proof.
  intros.
  try assert (P0 : eta <> 0) by (nonzero).
  change (is_derive (fun z => (- (z + (- 1))) * (z - m) / (eta * z)) z (((- 1) * (z - m) - (z + (- 1))) / (eta * z) + (- (z + (- 1))) * (z - m) * ((- eta) / (eta * z) ^ 2))).
  derivative.
Qed.

Definition Q_z_z (eta m z : R) : R :=
  (- 2) / (eta * z) + ((- 1) * (z - m) - (z + (- 1))) * ((- eta) / (eta * z) ^ 2) + (((- 1) * (z - m) - (z + (- 1))) * ((- eta) / (eta * z) ^ 2) + (- (z + (- 1))) * (z - m) * ((- eta) * ((- (2 * (eta * z) * eta)) / ((eta * z) ^ 2) ^ 2))).

Lemma Q_z_z_derivative : forall (eta m z : R), 0 < eta -> 0 < m -> z <> 0 -> is_derive (fun z => Q_z eta m z) z (Q_z_z eta m z).
Proof.
  intros.
  try assert (P0 : eta <> 0) by (nonzero).
  change (is_derive (fun z => ((- 1) * (z - m) - (z + (- 1))) / (eta * z) + (- (z + (- 1))) * (z - m) * ((- eta) / (eta * z) ^ 2)) z ((- 2) / (eta * z) + ((- 1) * (z - m) - (z + (- 1))) * ((- eta) / (eta * z) ^ 2) + (((- 1) * (z - m) - (z + (- 1))) * ((- eta) / (eta * z) ^ 2) + (- (z + (- 1))) * (z - m) * ((- eta) * ((- (2 * (eta * z) * eta)) / ((eta * z) ^ 2) ^ 2))))).
  derivative.
Qed.

Lemma equation : forall (eta m : R), 0 < eta -> 0 < m -> 1 - m <> 0 -> 2 + a eta m * Q_z_z eta m (- 1) - a eta m * Q_z_z eta m 1 = 2 * (1 + m) / (1 - m).
Proof.
  intros.
  try assert (P0 : eta <> 0) by (nonzero).
  change (2 + eta / (1 - m) * ((- 2) / (eta * (- 1)) + ((- 1) * (- 1 - m) - (- 1 + (- 1))) * ((- eta) / (eta * (- 1)) ^ 2) + (((- 1) * (- 1 - m) - (- 1 + (- 1))) * ((- eta) / (eta * (- 1)) ^ 2) + (- (- 1 + (- 1))) * (- 1 - m) * ((- eta) * ((- (2 * (eta * (- 1)) * eta)) / ((eta * (- 1)) ^ 2) ^ 2)))) - eta / (1 - m) * ((- 2) / (eta * 1) + ((- 1) * (1 - m) - (1 + (- 1))) * ((- eta) / (eta * 1) ^ 2) + (((- 1) * (1 - m) - (1 + (- 1))) * ((- eta) / (eta * 1) ^ 2) + (- (1 + (- 1))) * (1 - m) * ((- eta) * ((- (2 * (eta * 1) * eta)) / ((eta * 1) ^ 2) ^ 2)))) = 2 * (1 + m) / (1 - m)).
  field; conditions.
Qed.

Definition claims : Prop :=
  (forall (eta m z : R), 0 < eta -> 0 < m -> z <> 0 -> is_derive (fun z => Q eta m z) z (Q_z eta m z))
  /\ (forall (eta m z : R), 0 < eta -> 0 < m -> z <> 0 -> is_derive (fun z => Q_z eta m z) z (Q_z_z eta m z))
  /\ (forall (eta m : R), 0 < eta -> 0 < m -> 1 - m <> 0 -> 2 + a eta m * Q_z_z eta m (- 1) - a eta m * Q_z_z eta m 1 = 2 * (1 + m) / (1 - m)).

Theorem proved : claims.
Proof. exact (conj Q_z_derivative (conj Q_z_z_derivative equation)). Qed.

End Equation2.

Module Equation3.

Definition a (eta m : R) : R :=
  eta * (1 + 2 * m) ^ 2 / (1 + 3 * m).

Definition b (eta m : R) : R :=
  eta / (1 - m).

Definition Q (eta m z : R) : R :=
  (- (z + (- 1))) * (z - m) / (eta * ((1 + m) * z - m)).

Definition Q_z (eta m z : R) : R :=
  ((- 1) * (z - m) - (z + (- 1))) / (eta * ((1 + m) * z - m)) + (- (z + (- 1))) * (z - m) * ((- (eta * (1 + m))) / (eta * ((1 + m) * z - m)) ^ 2).

Lemma Q_z_derivative : forall (eta m z : R), 0 < eta -> 0 < m -> (1 + m) * z - m <> 0 -> is_derive (fun z => Q eta m z) z (Q_z eta m z).
Proof.
  intros.
  try assert (P0 : eta <> 0) by (nonzero).
  change (is_derive (fun z => (- (z + (- 1))) * (z - m) / (eta * ((1 + m) * z - m))) z (((- 1) * (z - m) - (z + (- 1))) / (eta * ((1 + m) * z - m)) + (- (z + (- 1))) * (z - m) * ((- (eta * (1 + m))) / (eta * ((1 + m) * z - m)) ^ 2))).
  derivative.
Qed.

Definition Q_z_z (eta m z : R) : R :=
  (- 2) / (eta * ((1 + m) * z - m)) + ((- 1) * (z - m) - (z + (- 1))) * ((- (eta * (1 + m))) / (eta * ((1 + m) * z - m)) ^ 2) + (((- 1) * (z - m) - (z + (- 1))) * ((- (eta * (1 + m))) / (eta * ((1 + m) * z - m)) ^ 2) + (- (z + (- 1))) * (z - m) * ((- (eta * (1 + m))) * ((- (2 * (eta * ((1 + m) * z - m)) * (eta * (1 + m)))) / ((eta * ((1 + m) * z - m)) ^ 2) ^ 2))).

Lemma Q_z_z_derivative : forall (eta m z : R), 0 < eta -> 0 < m -> (1 + m) * z - m <> 0 -> is_derive (fun z => Q_z eta m z) z (Q_z_z eta m z).
Proof.
  intros.
  try assert (P0 : eta <> 0) by (nonzero).
  change (is_derive (fun z => ((- 1) * (z - m) - (z + (- 1))) / (eta * ((1 + m) * z - m)) + (- (z + (- 1))) * (z - m) * ((- (eta * (1 + m))) / (eta * ((1 + m) * z - m)) ^ 2)) z ((- 2) / (eta * ((1 + m) * z - m)) + ((- 1) * (z - m) - (z + (- 1))) * ((- (eta * (1 + m))) / (eta * ((1 + m) * z - m)) ^ 2) + (((- 1) * (z - m) - (z + (- 1))) * ((- (eta * (1 + m))) / (eta * ((1 + m) * z - m)) ^ 2) + (- (z + (- 1))) * (z - m) * ((- (eta * (1 + m))) * ((- (2 * (eta * ((1 + m) * z - m)) * (eta * (1 + m)))) / ((eta * ((1 + m) * z - m)) ^ 2) ^ 2))))).
  derivative.
Qed.

Lemma equation : forall (eta m : R), 0 < eta -> 0 < m -> (1 + m) * (- 1) - m <> 0 -> 1 - m <> 0 -> 2 + a eta m * Q_z_z eta m (- 1) - b eta m * Q_z_z eta m 1 = 2 * (1 + 4 * m + 3 * m ^ 2 - 2 * m ^ 3 + 6 * m ^ 4) / ((1 - m) * (1 + 2 * m) * (1 + 3 * m)).
Proof.
  intros.
  try assert (P0 : 1 + 3 * m <> 0) by (nonzero).
  try assert (P1 : eta <> 0) by (nonzero).
  try assert (P2 : (1 + m) * 1 - m <> 0) by (replace ((1 + m) * 1 - m) with (1) by (field; conditions); nonzero).
  try assert (P3 : 1 + 2 * m <> 0) by (nonzero).
  change (2 + eta * (1 + 2 * m) ^ 2 / (1 + 3 * m) * ((- 2) / (eta * ((1 + m) * (- 1) - m)) + ((- 1) * (- 1 - m) - (- 1 + (- 1))) * ((- (eta * (1 + m))) / (eta * ((1 + m) * (- 1) - m)) ^ 2) + (((- 1) * (- 1 - m) - (- 1 + (- 1))) * ((- (eta * (1 + m))) / (eta * ((1 + m) * (- 1) - m)) ^ 2) + (- (- 1 + (- 1))) * (- 1 - m) * ((- (eta * (1 + m))) * ((- (2 * (eta * ((1 + m) * (- 1) - m)) * (eta * (1 + m)))) / ((eta * ((1 + m) * (- 1) - m)) ^ 2) ^ 2)))) - eta / (1 - m) * ((- 2) / (eta * ((1 + m) * 1 - m)) + ((- 1) * (1 - m) - (1 + (- 1))) * ((- (eta * (1 + m))) / (eta * ((1 + m) * 1 - m)) ^ 2) + (((- 1) * (1 - m) - (1 + (- 1))) * ((- (eta * (1 + m))) / (eta * ((1 + m) * 1 - m)) ^ 2) + (- (1 + (- 1))) * (1 - m) * ((- (eta * (1 + m))) * ((- (2 * (eta * ((1 + m) * 1 - m)) * (eta * (1 + m)))) / ((eta * ((1 + m) * 1 - m)) ^ 2) ^ 2)))) = 2 * (1 + 4 * m + 3 * m ^ 2 - 2 * m ^ 3 + 6 * m ^ 4) / ((1 - m) * (1 + 2 * m) * (1 + 3 * m))).
  field; conditions.
Qed.

Definition claims : Prop :=
  (forall (eta m z : R), 0 < eta -> 0 < m -> (1 + m) * z - m <> 0 -> is_derive (fun z => Q eta m z) z (Q_z eta m z))
  /\ (forall (eta m z : R), 0 < eta -> 0 < m -> (1 + m) * z - m <> 0 -> is_derive (fun z => Q_z eta m z) z (Q_z_z eta m z))
  /\ (forall (eta m : R), 0 < eta -> 0 < m -> (1 + m) * (- 1) - m <> 0 -> 1 - m <> 0 -> 2 + a eta m * Q_z_z eta m (- 1) - b eta m * Q_z_z eta m 1 = 2 * (1 + 4 * m + 3 * m ^ 2 - 2 * m ^ 3 + 6 * m ^ 4) / ((1 - m) * (1 + 2 * m) * (1 + 3 * m))).

Theorem proved : claims.
Proof. exact (conj Q_z_derivative (conj Q_z_z_derivative equation)). Qed.

End Equation3.

Module Equation4.

Definition a (eta k : R) : R :=
  eta * (1 + 2 * k) ^ 2 / (1 + 4 * k).

Definition Q (eta k z : R) : R :=
  (- z) * (z + (- 1)) / (eta * ((1 + k) * z - k)).

Definition Q_z (eta k z : R) : R :=
  ((- 1) * (z + (- 1)) - z) / (eta * ((1 + k) * z - k)) + (- z) * (z + (- 1)) * ((- (eta * (1 + k))) / (eta * ((1 + k) * z - k)) ^ 2).

Lemma Q_z_derivative : forall (eta k z : R), 0 < eta -> 0 < k -> (1 + k) * z - k <> 0 -> is_derive (fun z => Q eta k z) z (Q_z eta k z).
Proof.
  intros.
  try assert (P0 : eta <> 0) by (nonzero).
  change (is_derive (fun z => (- z) * (z + (- 1)) / (eta * ((1 + k) * z - k))) z (((- 1) * (z + (- 1)) - z) / (eta * ((1 + k) * z - k)) + (- z) * (z + (- 1)) * ((- (eta * (1 + k))) / (eta * ((1 + k) * z - k)) ^ 2))).
  derivative.
Qed.

Definition Q_z_z (eta k z : R) : R :=
  (- 2) / (eta * ((1 + k) * z - k)) + ((- 1) * (z + (- 1)) - z) * ((- (eta * (1 + k))) / (eta * ((1 + k) * z - k)) ^ 2) + (((- 1) * (z + (- 1)) - z) * ((- (eta * (1 + k))) / (eta * ((1 + k) * z - k)) ^ 2) + (- z) * (z + (- 1)) * ((- (eta * (1 + k))) * ((- (2 * (eta * ((1 + k) * z - k)) * (eta * (1 + k)))) / ((eta * ((1 + k) * z - k)) ^ 2) ^ 2))).

Lemma Q_z_z_derivative : forall (eta k z : R), 0 < eta -> 0 < k -> (1 + k) * z - k <> 0 -> is_derive (fun z => Q_z eta k z) z (Q_z_z eta k z).
Proof.
  intros.
  try assert (P0 : eta <> 0) by (nonzero).
  change (is_derive (fun z => ((- 1) * (z + (- 1)) - z) / (eta * ((1 + k) * z - k)) + (- z) * (z + (- 1)) * ((- (eta * (1 + k))) / (eta * ((1 + k) * z - k)) ^ 2)) z ((- 2) / (eta * ((1 + k) * z - k)) + ((- 1) * (z + (- 1)) - z) * ((- (eta * (1 + k))) / (eta * ((1 + k) * z - k)) ^ 2) + (((- 1) * (z + (- 1)) - z) * ((- (eta * (1 + k))) / (eta * ((1 + k) * z - k)) ^ 2) + (- z) * (z + (- 1)) * ((- (eta * (1 + k))) * ((- (2 * (eta * ((1 + k) * z - k)) * (eta * (1 + k)))) / ((eta * ((1 + k) * z - k)) ^ 2) ^ 2))))).
  derivative.
Qed.

Lemma equation : forall (eta k : R), 0 < eta -> 0 < k -> (1 + k) * (- 1) - k <> 0 -> 2 + a eta k * Q_z_z eta k (- 1) - eta * Q_z_z eta k 1 = 2 * (1 + 4 * k + 2 * k ^ 2 - 8 * k ^ 3) / ((1 + 2 * k) * (1 + 4 * k)).
Proof.
  intros.
  try assert (P0 : 1 + 4 * k <> 0) by (nonzero).
  try assert (P1 : eta <> 0) by (nonzero).
  try assert (P2 : (1 + k) * 1 - k <> 0) by (replace ((1 + k) * 1 - k) with (1) by (field; conditions); nonzero).
  try assert (P3 : 1 + 2 * k <> 0) by (nonzero).
  change (2 + eta * (1 + 2 * k) ^ 2 / (1 + 4 * k) * ((- 2) / (eta * ((1 + k) * (- 1) - k)) + ((- 1) * (- 1 + (- 1)) - (- 1)) * ((- (eta * (1 + k))) / (eta * ((1 + k) * (- 1) - k)) ^ 2) + (((- 1) * (- 1 + (- 1)) - (- 1)) * ((- (eta * (1 + k))) / (eta * ((1 + k) * (- 1) - k)) ^ 2) + (- (- 1)) * (- 1 + (- 1)) * ((- (eta * (1 + k))) * ((- (2 * (eta * ((1 + k) * (- 1) - k)) * (eta * (1 + k)))) / ((eta * ((1 + k) * (- 1) - k)) ^ 2) ^ 2)))) - eta * ((- 2) / (eta * ((1 + k) * 1 - k)) + ((- 1) * (1 + (- 1)) - 1) * ((- (eta * (1 + k))) / (eta * ((1 + k) * 1 - k)) ^ 2) + (((- 1) * (1 + (- 1)) - 1) * ((- (eta * (1 + k))) / (eta * ((1 + k) * 1 - k)) ^ 2) + (- 1) * (1 + (- 1)) * ((- (eta * (1 + k))) * ((- (2 * (eta * ((1 + k) * 1 - k)) * (eta * (1 + k)))) / ((eta * ((1 + k) * 1 - k)) ^ 2) ^ 2)))) = 2 * (1 + 4 * k + 2 * k ^ 2 - 8 * k ^ 3) / ((1 + 2 * k) * (1 + 4 * k))).
  field; conditions.
Qed.

Definition claims : Prop :=
  (forall (eta k z : R), 0 < eta -> 0 < k -> (1 + k) * z - k <> 0 -> is_derive (fun z => Q eta k z) z (Q_z eta k z))
  /\ (forall (eta k z : R), 0 < eta -> 0 < k -> (1 + k) * z - k <> 0 -> is_derive (fun z => Q_z eta k z) z (Q_z_z eta k z))
  /\ (forall (eta k : R), 0 < eta -> 0 < k -> (1 + k) * (- 1) - k <> 0 -> 2 + a eta k * Q_z_z eta k (- 1) - eta * Q_z_z eta k 1 = 2 * (1 + 4 * k + 2 * k ^ 2 - 8 * k ^ 3) / ((1 + 2 * k) * (1 + 4 * k))).

Theorem proved : claims.
Proof. exact (conj Q_z_derivative (conj Q_z_z_derivative equation)). Qed.

End Equation4.

Module Equation5.

Lemma equation : forall (eta zeta : R), 0 < eta -> 2 - 2 * (3 * (3 * zeta) ^ 2 / (2 / eta)) / (3 * eta) = 2 - 9 * zeta ^ 2.
Proof.
  intros.
  try assert (P0 : eta <> 0) by (nonzero).
  change (2 - 2 * (3 * (3 * zeta) ^ 2 / (2 / eta)) / (3 * eta) = 2 - 9 * zeta ^ 2).
  field; conditions.
Qed.

Definition claims : Prop :=
  (forall (eta zeta : R), 0 < eta -> 2 - 2 * (3 * (3 * zeta) ^ 2 / (2 / eta)) / (3 * eta) = 2 - 9 * zeta ^ 2).

Theorem proved : claims.
Proof. exact equation. Qed.

End Equation5.

Theorem energy_drift_of_optimizers : Equation1.claims /\ Equation2.claims /\ Equation3.claims /\ Equation4.claims /\ Equation5.claims.
Proof. exact (conj Equation1.proved (conj Equation2.proved (conj Equation3.proved (conj Equation4.proved Equation5.proved)))). Qed.

Print Assumptions energy_drift_of_optimizers.
