From Coq Require Import Reals Lra.
From Coquelicot Require Import Coquelicot.
Require Import selfstab.
Open Scope R_scope.

Module Equation1.

Definition L (x y zeta epsilon : R) : R :=
  (y + zeta * x) * x ^ 2 / 2 - epsilon * (x + y).

Definition L_x (x y zeta epsilon : R) : R :=
  (zeta * x ^ 2 + (y + zeta * x) * (2 * x)) / 2 - epsilon.

Lemma L_x_derivative : forall (x y zeta epsilon : R), is_derive (fun x => L x y zeta epsilon) x (L_x x y zeta epsilon).
Proof.
  intros.
  change (is_derive (fun x => (y + zeta * x) * x ^ 2 / 2 - epsilon * (x + y)) x ((zeta * x ^ 2 + (y + zeta * x) * (2 * x)) / 2 - epsilon)).
  derivative.
Qed.

Definition L_x_x (x y zeta : R) : R :=
  (zeta * (2 * x) + (zeta * (2 * x) + (y + zeta * x) * 2)) / 2.

Lemma L_x_x_derivative : forall (x y zeta epsilon : R), is_derive (fun x => L_x x y zeta epsilon) x (L_x_x x y zeta).
Proof.
  intros.
  change (is_derive (fun x => (zeta * x ^ 2 + (y + zeta * x) * (2 * x)) / 2 - epsilon) x ((zeta * (2 * x) + (zeta * (2 * x) + (y + zeta * x) * 2)) / 2)).
  derivative.
Qed.

Definition L_y (x epsilon : R) : R :=
  x ^ 2 / 2 - epsilon.

Lemma L_y_derivative : forall (x y zeta epsilon : R), is_derive (fun y => L x y zeta epsilon) y (L_y x epsilon).
Proof.
  intros.
  change (is_derive (fun y => (y + zeta * x) * x ^ 2 / 2 - epsilon * (x + y)) y (x ^ 2 / 2 - epsilon)).
  derivative.
Qed.

Definition L_x_y (x : R) : R :=
  2 * x / 2.

Lemma L_x_y_derivative : forall (x y zeta epsilon : R), is_derive (fun y => L_x x y zeta epsilon) y (L_x_y x).
Proof.
  intros.
  change (is_derive (fun y => (zeta * x ^ 2 + (y + zeta * x) * (2 * x)) / 2 - epsilon) y (2 * x / 2)).
  derivative.
Qed.

Lemma equation : forall (y zeta : R), L_x_x 0 y zeta * 0 - (L_x_y 0) ^ 2 = 0.
Proof.
  intros.
  change ((zeta * (2 * 0) + (zeta * (2 * 0) + (y + zeta * 0) * 2)) / 2 * 0 - (2 * 0 / 2) ^ 2 = 0).
  field; conditions.
Qed.

Definition claims : Prop :=
  (forall (x y zeta epsilon : R), is_derive (fun x => L x y zeta epsilon) x (L_x x y zeta epsilon))
  /\ (forall (x y zeta epsilon : R), is_derive (fun x => L_x x y zeta epsilon) x (L_x_x x y zeta))
  /\ (forall (x y zeta epsilon : R), is_derive (fun y => L x y zeta epsilon) y (L_y x epsilon))
  /\ (forall (x y zeta epsilon : R), is_derive (fun y => L_x x y zeta epsilon) y (L_x_y x))
  /\ (forall (y zeta : R), L_x_x 0 y zeta * 0 - (L_x_y 0) ^ 2 = 0).

Theorem proved : claims.
Proof. exact (conj L_x_derivative (conj L_x_x_derivative (conj L_y_derivative (conj L_x_y_derivative equation)))). Qed.

End Equation1.

Theorem eigengap : Equation1.claims.
Proof. exact Equation1.proved. Qed.

Print Assumptions eigengap.
