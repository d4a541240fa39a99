From Coq Require Import Reals Lra.
From Coquelicot Require Import Coquelicot.
Require Import selfstab.
Open Scope R_scope.

Module Equation1.

Definition L (x y l20 l11 l02 l30 l21 l12 l03 : R) : R :=
  l20 * x ^ 2 / 2 + l11 * x * y + l02 * y ^ 2 / 2 + (l30 * x ^ 3 + 3 * l21 * x ^ 2 * y + 3 * l12 * x * y ^ 2 + l03 * y ^ 3) / 6.

Definition M (x y c s l20 l11 l02 l30 l21 l12 l03 : R) : R :=
  L (c * x - s * y) (s * x + c * y) l20 l11 l02 l30 l21 l12 l03.

Definition M_x (x y c s l20 l11 l02 l30 l21 l12 l03 : R) : R :=
  l20 * (2 * (c * x - s * y) * c) / 2 + (l11 * c * (s * x + c * y) + l11 * (c * x - s * y) * s) + l02 * (2 * (s * x + c * y) * s) / 2 + (l30 * (3 * (c * x - s * y) ^ 2 * c) + (3 * l21 * (2 * (c * x - s * y) * c) * (s * x + c * y) + 3 * l21 * (c * x - s * y) ^ 2 * s) + (3 * l12 * c * (s * x + c * y) ^ 2 + 3 * l12 * (c * x - s * y) * (2 * (s * x + c * y) * s)) + l03 * (3 * (s * x + c * y) ^ 2 * s)) / 6.

Lemma M_x_derivative : forall (x y c s l20 l11 l02 l30 l21 l12 l03 : R), is_derive (fun x => M x y c s l20 l11 l02 l30 l21 l12 l03) x (M_x x y c s l20 l11 l02 l30 l21 l12 l03).
Proof.
  intros.
  change (is_derive (fun x => l20 * (c * x - s * y) ^ 2 / 2 + l11 * (c * x - s * y) * (s * x + c * y) + l02 * (s * x + c * y) ^ 2 / 2 + (l30 * (c * x - s * y) ^ 3 + 3 * l21 * (c * x - s * y) ^ 2 * (s * x + c * y) + 3 * l12 * (c * x - s * y) * (s * x + c * y) ^ 2 + l03 * (s * x + c * y) ^ 3) / 6) x (l20 * (2 * (c * x - s * y) * c) / 2 + (l11 * c * (s * x + c * y) + l11 * (c * x - s * y) * s) + l02 * (2 * (s * x + c * y) * s) / 2 + (l30 * (3 * (c * x - s * y) ^ 2 * c) + (3 * l21 * (2 * (c * x - s * y) * c) * (s * x + c * y) + 3 * l21 * (c * x - s * y) ^ 2 * s) + (3 * l12 * c * (s * x + c * y) ^ 2 + 3 * l12 * (c * x - s * y) * (2 * (s * x + c * y) * s)) + l03 * (3 * (s * x + c * y) ^ 2 * s)) / 6)).
  derivative.
Qed.

Definition M_x_x (x y c s l20 l11 l02 l30 l21 l12 l03 : R) : R :=
  l20 * (2 * c * c) / 2 + (l11 * c * s + l11 * c * s) + l02 * (2 * s * s) / 2 + (l30 * (3 * (2 * (c * x - s * y) * c) * c) + (3 * l21 * (2 * c * c) * (s * x + c * y) + 3 * l21 * (2 * (c * x - s * y) * c) * s + 3 * l21 * (2 * (c * x - s * y) * c) * s) + (3 * l12 * c * (2 * (s * x + c * y) * s) + (3 * l12 * c * (2 * (s * x + c * y) * s) + 3 * l12 * (c * x - s * y) * (2 * s * s))) + l03 * (3 * (2 * (s * x + c * y) * s) * s)) / 6.

Lemma M_x_x_derivative : forall (x y c s l20 l11 l02 l30 l21 l12 l03 : R), is_derive (fun x => M_x x y c s l20 l11 l02 l30 l21 l12 l03) x (M_x_x x y c s l20 l11 l02 l30 l21 l12 l03).
Proof.
  intros.
  change (is_derive (fun x => l20 * (2 * (c * x - s * y) * c) / 2 + (l11 * c * (s * x + c * y) + l11 * (c * x - s * y) * s) + l02 * (2 * (s * x + c * y) * s) / 2 + (l30 * (3 * (c * x - s * y) ^ 2 * c) + (3 * l21 * (2 * (c * x - s * y) * c) * (s * x + c * y) + 3 * l21 * (c * x - s * y) ^ 2 * s) + (3 * l12 * c * (s * x + c * y) ^ 2 + 3 * l12 * (c * x - s * y) * (2 * (s * x + c * y) * s)) + l03 * (3 * (s * x + c * y) ^ 2 * s)) / 6) x (l20 * (2 * c * c) / 2 + (l11 * c * s + l11 * c * s) + l02 * (2 * s * s) / 2 + (l30 * (3 * (2 * (c * x - s * y) * c) * c) + (3 * l21 * (2 * c * c) * (s * x + c * y) + 3 * l21 * (2 * (c * x - s * y) * c) * s + 3 * l21 * (2 * (c * x - s * y) * c) * s) + (3 * l12 * c * (2 * (s * x + c * y) * s) + (3 * l12 * c * (2 * (s * x + c * y) * s) + 3 * l12 * (c * x - s * y) * (2 * s * s))) + l03 * (3 * (2 * (s * x + c * y) * s) * s)) / 6)).
  derivative.
Qed.

Definition M_y (x y c s l20 l11 l02 l30 l21 l12 l03 : R) : R :=
  l20 * (2 * (c * x - s * y) * (- s)) / 2 + (l11 * (- s) * (s * x + c * y) + l11 * (c * x - s * y) * c) + l02 * (2 * (s * x + c * y) * c) / 2 + (l30 * (3 * (c * x - s * y) ^ 2 * (- s)) + (3 * l21 * (2 * (c * x - s * y) * (- s)) * (s * x + c * y) + 3 * l21 * (c * x - s * y) ^ 2 * c) + (3 * l12 * (- s) * (s * x + c * y) ^ 2 + 3 * l12 * (c * x - s * y) * (2 * (s * x + c * y) * c)) + l03 * (3 * (s * x + c * y) ^ 2 * c)) / 6.

Lemma M_y_derivative : forall (x y c s l20 l11 l02 l30 l21 l12 l03 : R), is_derive (fun y => M x y c s l20 l11 l02 l30 l21 l12 l03) y (M_y x y c s l20 l11 l02 l30 l21 l12 l03).
Proof.
  intros.
  change (is_derive (fun y => l20 * (c * x - s * y) ^ 2 / 2 + l11 * (c * x - s * y) * (s * x + c * y) + l02 * (s * x + c * y) ^ 2 / 2 + (l30 * (c * x - s * y) ^ 3 + 3 * l21 * (c * x - s * y) ^ 2 * (s * x + c * y) + 3 * l12 * (c * x - s * y) * (s * x + c * y) ^ 2 + l03 * (s * x + c * y) ^ 3) / 6) y (l20 * (2 * (c * x - s * y) * (- s)) / 2 + (l11 * (- s) * (s * x + c * y) + l11 * (c * x - s * y) * c) + l02 * (2 * (s * x + c * y) * c) / 2 + (l30 * (3 * (c * x - s * y) ^ 2 * (- s)) + (3 * l21 * (2 * (c * x - s * y) * (- s)) * (s * x + c * y) + 3 * l21 * (c * x - s * y) ^ 2 * c) + (3 * l12 * (- s) * (s * x + c * y) ^ 2 + 3 * l12 * (c * x - s * y) * (2 * (s * x + c * y) * c)) + l03 * (3 * (s * x + c * y) ^ 2 * c)) / 6)).
  derivative.
Qed.

Definition M_y_y (x y c s l20 l11 l02 l30 l21 l12 l03 : R) : R :=
  l20 * (2 * (- s) * (- s)) / 2 + (l11 * (- s) * c + l11 * (- s) * c) + l02 * (2 * c * c) / 2 + (l30 * (3 * (2 * (c * x - s * y) * (- s)) * (- s)) + (3 * l21 * (2 * (- s) * (- s)) * (s * x + c * y) + 3 * l21 * (2 * (c * x - s * y) * (- s)) * c + 3 * l21 * (2 * (c * x - s * y) * (- s)) * c) + (3 * l12 * (- s) * (2 * (s * x + c * y) * c) + (3 * l12 * (- s) * (2 * (s * x + c * y) * c) + 3 * l12 * (c * x - s * y) * (2 * c * c))) + l03 * (3 * (2 * (s * x + c * y) * c) * c)) / 6.

Lemma M_y_y_derivative : forall (x y c s l20 l11 l02 l30 l21 l12 l03 : R), is_derive (fun y => M_y x y c s l20 l11 l02 l30 l21 l12 l03) y (M_y_y x y c s l20 l11 l02 l30 l21 l12 l03).
Proof.
  intros.
  change (is_derive (fun y => l20 * (2 * (c * x - s * y) * (- s)) / 2 + (l11 * (- s) * (s * x + c * y) + l11 * (c * x - s * y) * c) + l02 * (2 * (s * x + c * y) * c) / 2 + (l30 * (3 * (c * x - s * y) ^ 2 * (- s)) + (3 * l21 * (2 * (c * x - s * y) * (- s)) * (s * x + c * y) + 3 * l21 * (c * x - s * y) ^ 2 * c) + (3 * l12 * (- s) * (s * x + c * y) ^ 2 + 3 * l12 * (c * x - s * y) * (2 * (s * x + c * y) * c)) + l03 * (3 * (s * x + c * y) ^ 2 * c)) / 6) y (l20 * (2 * (- s) * (- s)) / 2 + (l11 * (- s) * c + l11 * (- s) * c) + l02 * (2 * c * c) / 2 + (l30 * (3 * (2 * (c * x - s * y) * (- s)) * (- s)) + (3 * l21 * (2 * (- s) * (- s)) * (s * x + c * y) + 3 * l21 * (2 * (c * x - s * y) * (- s)) * c + 3 * l21 * (2 * (c * x - s * y) * (- s)) * c) + (3 * l12 * (- s) * (2 * (s * x + c * y) * c) + (3 * l12 * (- s) * (2 * (s * x + c * y) * c) + 3 * l12 * (c * x - s * y) * (2 * c * c))) + l03 * (3 * (2 * (s * x + c * y) * c) * c)) / 6)).
  derivative.
Qed.

Definition L_x (x y l20 l11 l30 l21 l12 : R) : R :=
  l20 * (2 * x) / 2 + l11 * y + (l30 * (3 * x ^ 2) + 3 * l21 * (2 * x) * y + 3 * l12 * y ^ 2) / 6.

Lemma L_x_derivative : forall (x y l20 l11 l02 l30 l21 l12 l03 : R), is_derive (fun x => L x y l20 l11 l02 l30 l21 l12 l03) x (L_x x y l20 l11 l30 l21 l12).
Proof.
  intros.
  change (is_derive (fun x => l20 * x ^ 2 / 2 + l11 * x * y + l02 * y ^ 2 / 2 + (l30 * x ^ 3 + 3 * l21 * x ^ 2 * y + 3 * l12 * x * y ^ 2 + l03 * y ^ 3) / 6) x (l20 * (2 * x) / 2 + l11 * y + (l30 * (3 * x ^ 2) + 3 * l21 * (2 * x) * y + 3 * l12 * y ^ 2) / 6)).
  derivative.
Qed.

Definition L_x_x (x y l20 l30 l21 : R) : R :=
  l20 * 2 / 2 + (l30 * (3 * (2 * x)) + 3 * l21 * 2 * y) / 6.

Lemma L_x_x_derivative : forall (x y l20 l11 l30 l21 l12 : R), is_derive (fun x => L_x x y l20 l11 l30 l21 l12) x (L_x_x x y l20 l30 l21).
Proof.
  intros.
  change (is_derive (fun x => l20 * (2 * x) / 2 + l11 * y + (l30 * (3 * x ^ 2) + 3 * l21 * (2 * x) * y + 3 * l12 * y ^ 2) / 6) x (l20 * 2 / 2 + (l30 * (3 * (2 * x)) + 3 * l21 * 2 * y) / 6)).
  derivative.
Qed.

Definition L_y (x y l11 l02 l21 l12 l03 : R) : R :=
  l11 * x + l02 * (2 * y) / 2 + (3 * l21 * x ^ 2 + 3 * l12 * x * (2 * y) + l03 * (3 * y ^ 2)) / 6.

Lemma L_y_derivative : forall (x y l20 l11 l02 l30 l21 l12 l03 : R), is_derive (fun y => L x y l20 l11 l02 l30 l21 l12 l03) y (L_y x y l11 l02 l21 l12 l03).
Proof.
  intros.
  change (is_derive (fun y => l20 * x ^ 2 / 2 + l11 * x * y + l02 * y ^ 2 / 2 + (l30 * x ^ 3 + 3 * l21 * x ^ 2 * y + 3 * l12 * x * y ^ 2 + l03 * y ^ 3) / 6) y (l11 * x + l02 * (2 * y) / 2 + (3 * l21 * x ^ 2 + 3 * l12 * x * (2 * y) + l03 * (3 * y ^ 2)) / 6)).
  derivative.
Qed.

Definition L_y_y (x y l02 l12 l03 : R) : R :=
  l02 * 2 / 2 + (3 * l12 * x * 2 + l03 * (3 * (2 * y))) / 6.

Lemma L_y_y_derivative : forall (x y l11 l02 l21 l12 l03 : R), is_derive (fun y => L_y x y l11 l02 l21 l12 l03) y (L_y_y x y l02 l12 l03).
Proof.
  intros.
  change (is_derive (fun y => l11 * x + l02 * (2 * y) / 2 + (3 * l21 * x ^ 2 + 3 * l12 * x * (2 * y) + l03 * (3 * y ^ 2)) / 6) y (l02 * 2 / 2 + (3 * l12 * x * 2 + l03 * (3 * (2 * y))) / 6)).
  derivative.
Qed.

Lemma equation : forall (x y c s l20 l11 l02 l30 l21 l12 l03 : R), M_x_x x y c s l20 l11 l02 l30 l21 l12 l03 + M_y_y x y c s l20 l11 l02 l30 l21 l12 l03 = (c ^ 2 + s ^ 2) * (L_x_x (c * x - s * y) (s * x + c * y) l20 l30 l21 + L_y_y (c * x - s * y) (s * x + c * y) l02 l12 l03).
Proof.
  intros.
  change (l20 * (2 * c * c) / 2 + (l11 * c * s + l11 * c * s) + l02 * (2 * s * s) / 2 + (l30 * (3 * (2 * (c * x - s * y) * c) * c) + (3 * l21 * (2 * c * c) * (s * x + c * y) + 3 * l21 * (2 * (c * x - s * y) * c) * s + 3 * l21 * (2 * (c * x - s * y) * c) * s) + (3 * l12 * c * (2 * (s * x + c * y) * s) + (3 * l12 * c * (2 * (s * x + c * y) * s) + 3 * l12 * (c * x - s * y) * (2 * s * s))) + l03 * (3 * (2 * (s * x + c * y) * s) * s)) / 6 + (l20 * (2 * (- s) * (- s)) / 2 + (l11 * (- s) * c + l11 * (- s) * c) + l02 * (2 * c * c) / 2 + (l30 * (3 * (2 * (c * x - s * y) * (- s)) * (- s)) + (3 * l21 * (2 * (- s) * (- s)) * (s * x + c * y) + 3 * l21 * (2 * (c * x - s * y) * (- s)) * c + 3 * l21 * (2 * (c * x - s * y) * (- s)) * c) + (3 * l12 * (- s) * (2 * (s * x + c * y) * c) + (3 * l12 * (- s) * (2 * (s * x + c * y) * c) + 3 * l12 * (c * x - s * y) * (2 * c * c))) + l03 * (3 * (2 * (s * x + c * y) * c) * c)) / 6) = (c ^ 2 + s ^ 2) * (l20 * 2 / 2 + (l30 * (3 * (2 * (c * x - s * y))) + 3 * l21 * 2 * (s * x + c * y)) / 6 + (l02 * 2 / 2 + (3 * l12 * (c * x - s * y) * 2 + l03 * (3 * (2 * (s * x + c * y)))) / 6))).
  field; conditions.
Qed.

Definition claims : Prop :=
  (forall (x y c s l20 l11 l02 l30 l21 l12 l03 : R), is_derive (fun x => M x y c s l20 l11 l02 l30 l21 l12 l03) x (M_x x y c s l20 l11 l02 l30 l21 l12 l03))
  /\ (forall (x y c s l20 l11 l02 l30 l21 l12 l03 : R), is_derive (fun x => M_x x y c s l20 l11 l02 l30 l21 l12 l03) x (M_x_x x y c s l20 l11 l02 l30 l21 l12 l03))
  /\ (forall (x y c s l20 l11 l02 l30 l21 l12 l03 : R), is_derive (fun y => M x y c s l20 l11 l02 l30 l21 l12 l03) y (M_y x y c s l20 l11 l02 l30 l21 l12 l03))
  /\ (forall (x y c s l20 l11 l02 l30 l21 l12 l03 : R), is_derive (fun y => M_y x y c s l20 l11 l02 l30 l21 l12 l03) y (M_y_y x y c s l20 l11 l02 l30 l21 l12 l03))
  /\ (forall (x y l20 l11 l02 l30 l21 l12 l03 : R), is_derive (fun x => L x y l20 l11 l02 l30 l21 l12 l03) x (L_x x y l20 l11 l30 l21 l12))
  /\ (forall (x y l20 l11 l30 l21 l12 : R), is_derive (fun x => L_x x y l20 l11 l30 l21 l12) x (L_x_x x y l20 l30 l21))
  /\ (forall (x y l20 l11 l02 l30 l21 l12 l03 : R), is_derive (fun y => L x y l20 l11 l02 l30 l21 l12 l03) y (L_y x y l11 l02 l21 l12 l03))
  /\ (forall (x y l11 l02 l21 l12 l03 : R), is_derive (fun y => L_y x y l11 l02 l21 l12 l03) y (L_y_y x y l02 l12 l03))
  /\ (forall (x y c s l20 l11 l02 l30 l21 l12 l03 : R), M_x_x x y c s l20 l11 l02 l30 l21 l12 l03 + M_y_y x y c s l20 l11 l02 l30 l21 l12 l03 = (c ^ 2 + s ^ 2) * (L_x_x (c * x - s * y) (s * x + c * y) l20 l30 l21 + L_y_y (c * x - s * y) (s * x + c * y) l02 l12 l03)).

Theorem proved : claims.
Proof. exact (conj M_x_derivative (conj M_x_x_derivative (conj M_y_derivative (conj M_y_y_derivative (conj L_x_derivative (conj L_x_x_derivative (conj L_y_derivative (conj L_y_y_derivative equation)))))))). Qed.

End Equation1.

Module Equation2.

Definition L (x y l20 l11 l02 l30 l21 l12 l03 : R) : R :=
  l20 * x ^ 2 / 2 + l11 * x * y + l02 * y ^ 2 / 2 + (l30 * x ^ 3 + 3 * l21 * x ^ 2 * y + 3 * l12 * x * y ^ 2 + l03 * y ^ 3) / 6.

Definition M (x y c s l20 l11 l02 l30 l21 l12 l03 : R) : R :=
  L (c * x - s * y) (s * x + c * y) l20 l11 l02 l30 l21 l12 l03.

Definition M_x (x y c s l20 l11 l02 l30 l21 l12 l03 : R) : R :=
  l20 * (2 * (c * x - s * y) * c) / 2 + (l11 * c * (s * x + c * y) + l11 * (c * x - s * y) * s) + l02 * (2 * (s * x + c * y) * s) / 2 + (l30 * (3 * (c * x - s * y) ^ 2 * c) + (3 * l21 * (2 * (c * x - s * y) * c) * (s * x + c * y) + 3 * l21 * (c * x - s * y) ^ 2 * s) + (3 * l12 * c * (s * x + c * y) ^ 2 + 3 * l12 * (c * x - s * y) * (2 * (s * x + c * y) * s)) + l03 * (3 * (s * x + c * y) ^ 2 * s)) / 6.

Lemma M_x_derivative : forall (x y c s l20 l11 l02 l30 l21 l12 l03 : R), is_derive (fun x => M x y c s l20 l11 l02 l30 l21 l12 l03) x (M_x x y c s l20 l11 l02 l30 l21 l12 l03).
Proof.
  intros.
  change (is_derive (fun x => l20 * (c * x - s * y) ^ 2 / 2 + l11 * (c * x - s * y) * (s * x + c * y) + l02 * (s * x + c * y) ^ 2 / 2 + (l30 * (c * x - s * y) ^ 3 + 3 * l21 * (c * x - s * y) ^ 2 * (s * x + c * y) + 3 * l12 * (c * x - s * y) * (s * x + c * y) ^ 2 + l03 * (s * x + c * y) ^ 3) / 6) x (l20 * (2 * (c * x - s * y) * c) / 2 + (l11 * c * (s * x + c * y) + l11 * (c * x - s * y) * s) + l02 * (2 * (s * x + c * y) * s) / 2 + (l30 * (3 * (c * x - s * y) ^ 2 * c) + (3 * l21 * (2 * (c * x - s * y) * c) * (s * x + c * y) + 3 * l21 * (c * x - s * y) ^ 2 * s) + (3 * l12 * c * (s * x + c * y) ^ 2 + 3 * l12 * (c * x - s * y) * (2 * (s * x + c * y) * s)) + l03 * (3 * (s * x + c * y) ^ 2 * s)) / 6)).
  derivative.
Qed.

Definition M_x_x (x y c s l20 l11 l02 l30 l21 l12 l03 : R) : R :=
  l20 * (2 * c * c) / 2 + (l11 * c * s + l11 * c * s) + l02 * (2 * s * s) / 2 + (l30 * (3 * (2 * (c * x - s * y) * c) * c) + (3 * l21 * (2 * c * c) * (s * x + c * y) + 3 * l21 * (2 * (c * x - s * y) * c) * s + 3 * l21 * (2 * (c * x - s * y) * c) * s) + (3 * l12 * c * (2 * (s * x + c * y) * s) + (3 * l12 * c * (2 * (s * x + c * y) * s) + 3 * l12 * (c * x - s * y) * (2 * s * s))) + l03 * (3 * (2 * (s * x + c * y) * s) * s)) / 6.

Lemma M_x_x_derivative : forall (x y c s l20 l11 l02 l30 l21 l12 l03 : R), is_derive (fun x => M_x x y c s l20 l11 l02 l30 l21 l12 l03) x (M_x_x x y c s l20 l11 l02 l30 l21 l12 l03).
Proof.
  intros.
  change (is_derive (fun x => l20 * (2 * (c * x - s * y) * c) / 2 + (l11 * c * (s * x + c * y) + l11 * (c * x - s * y) * s) + l02 * (2 * (s * x + c * y) * s) / 2 + (l30 * (3 * (c * x - s * y) ^ 2 * c) + (3 * l21 * (2 * (c * x - s * y) * c) * (s * x + c * y) + 3 * l21 * (c * x - s * y) ^ 2 * s) + (3 * l12 * c * (s * x + c * y) ^ 2 + 3 * l12 * (c * x - s * y) * (2 * (s * x + c * y) * s)) + l03 * (3 * (s * x + c * y) ^ 2 * s)) / 6) x (l20 * (2 * c * c) / 2 + (l11 * c * s + l11 * c * s) + l02 * (2 * s * s) / 2 + (l30 * (3 * (2 * (c * x - s * y) * c) * c) + (3 * l21 * (2 * c * c) * (s * x + c * y) + 3 * l21 * (2 * (c * x - s * y) * c) * s + 3 * l21 * (2 * (c * x - s * y) * c) * s) + (3 * l12 * c * (2 * (s * x + c * y) * s) + (3 * l12 * c * (2 * (s * x + c * y) * s) + 3 * l12 * (c * x - s * y) * (2 * s * s))) + l03 * (3 * (2 * (s * x + c * y) * s) * s)) / 6)).
  derivative.
Qed.

Definition M_y (x y c s l20 l11 l02 l30 l21 l12 l03 : R) : R :=
  l20 * (2 * (c * x - s * y) * (- s)) / 2 + (l11 * (- s) * (s * x + c * y) + l11 * (c * x - s * y) * c) + l02 * (2 * (s * x + c * y) * c) / 2 + (l30 * (3 * (c * x - s * y) ^ 2 * (- s)) + (3 * l21 * (2 * (c * x - s * y) * (- s)) * (s * x + c * y) + 3 * l21 * (c * x - s * y) ^ 2 * c) + (3 * l12 * (- s) * (s * x + c * y) ^ 2 + 3 * l12 * (c * x - s * y) * (2 * (s * x + c * y) * c)) + l03 * (3 * (s * x + c * y) ^ 2 * c)) / 6.

Lemma M_y_derivative : forall (x y c s l20 l11 l02 l30 l21 l12 l03 : R), is_derive (fun y => M x y c s l20 l11 l02 l30 l21 l12 l03) y (M_y x y c s l20 l11 l02 l30 l21 l12 l03).
Proof.
  intros.
  change (is_derive (fun y => l20 * (c * x - s * y) ^ 2 / 2 + l11 * (c * x - s * y) * (s * x + c * y) + l02 * (s * x + c * y) ^ 2 / 2 + (l30 * (c * x - s * y) ^ 3 + 3 * l21 * (c * x - s * y) ^ 2 * (s * x + c * y) + 3 * l12 * (c * x - s * y) * (s * x + c * y) ^ 2 + l03 * (s * x + c * y) ^ 3) / 6) y (l20 * (2 * (c * x - s * y) * (- s)) / 2 + (l11 * (- s) * (s * x + c * y) + l11 * (c * x - s * y) * c) + l02 * (2 * (s * x + c * y) * c) / 2 + (l30 * (3 * (c * x - s * y) ^ 2 * (- s)) + (3 * l21 * (2 * (c * x - s * y) * (- s)) * (s * x + c * y) + 3 * l21 * (c * x - s * y) ^ 2 * c) + (3 * l12 * (- s) * (s * x + c * y) ^ 2 + 3 * l12 * (c * x - s * y) * (2 * (s * x + c * y) * c)) + l03 * (3 * (s * x + c * y) ^ 2 * c)) / 6)).
  derivative.
Qed.

Definition M_y_y (x y c s l20 l11 l02 l30 l21 l12 l03 : R) : R :=
  l20 * (2 * (- s) * (- s)) / 2 + (l11 * (- s) * c + l11 * (- s) * c) + l02 * (2 * c * c) / 2 + (l30 * (3 * (2 * (c * x - s * y) * (- s)) * (- s)) + (3 * l21 * (2 * (- s) * (- s)) * (s * x + c * y) + 3 * l21 * (2 * (c * x - s * y) * (- s)) * c + 3 * l21 * (2 * (c * x - s * y) * (- s)) * c) + (3 * l12 * (- s) * (2 * (s * x + c * y) * c) + (3 * l12 * (- s) * (2 * (s * x + c * y) * c) + 3 * l12 * (c * x - s * y) * (2 * c * c))) + l03 * (3 * (2 * (s * x + c * y) * c) * c)) / 6.

Lemma M_y_y_derivative : forall (x y c s l20 l11 l02 l30 l21 l12 l03 : R), is_derive (fun y => M_y x y c s l20 l11 l02 l30 l21 l12 l03) y (M_y_y x y c s l20 l11 l02 l30 l21 l12 l03).
Proof.
  intros.
  change (is_derive (fun y => l20 * (2 * (c * x - s * y) * (- s)) / 2 + (l11 * (- s) * (s * x + c * y) + l11 * (c * x - s * y) * c) + l02 * (2 * (s * x + c * y) * c) / 2 + (l30 * (3 * (c * x - s * y) ^ 2 * (- s)) + (3 * l21 * (2 * (c * x - s * y) * (- s)) * (s * x + c * y) + 3 * l21 * (c * x - s * y) ^ 2 * c) + (3 * l12 * (- s) * (s * x + c * y) ^ 2 + 3 * l12 * (c * x - s * y) * (2 * (s * x + c * y) * c)) + l03 * (3 * (s * x + c * y) ^ 2 * c)) / 6) y (l20 * (2 * (- s) * (- s)) / 2 + (l11 * (- s) * c + l11 * (- s) * c) + l02 * (2 * c * c) / 2 + (l30 * (3 * (2 * (c * x - s * y) * (- s)) * (- s)) + (3 * l21 * (2 * (- s) * (- s)) * (s * x + c * y) + 3 * l21 * (2 * (c * x - s * y) * (- s)) * c + 3 * l21 * (2 * (c * x - s * y) * (- s)) * c) + (3 * l12 * (- s) * (2 * (s * x + c * y) * c) + (3 * l12 * (- s) * (2 * (s * x + c * y) * c) + 3 * l12 * (c * x - s * y) * (2 * c * c))) + l03 * (3 * (2 * (s * x + c * y) * c) * c)) / 6)).
  derivative.
Qed.

Definition M_x_y (x y c s l20 l11 l02 l30 l21 l12 l03 : R) : R :=
  l20 * (2 * (- s) * c) / 2 + (l11 * c * c + l11 * (- s) * s) + l02 * (2 * c * s) / 2 + (l30 * (3 * (2 * (c * x - s * y) * (- s)) * c) + (3 * l21 * (2 * (- s) * c) * (s * x + c * y) + 3 * l21 * (2 * (c * x - s * y) * c) * c + 3 * l21 * (2 * (c * x - s * y) * (- s)) * s) + (3 * l12 * c * (2 * (s * x + c * y) * c) + (3 * l12 * (- s) * (2 * (s * x + c * y) * s) + 3 * l12 * (c * x - s * y) * (2 * c * s))) + l03 * (3 * (2 * (s * x + c * y) * c) * s)) / 6.

Lemma M_x_y_derivative : forall (x y c s l20 l11 l02 l30 l21 l12 l03 : R), is_derive (fun y => M_x x y c s l20 l11 l02 l30 l21 l12 l03) y (M_x_y x y c s l20 l11 l02 l30 l21 l12 l03).
Proof.
  intros.
  change (is_derive (fun y => l20 * (2 * (c * x - s * y) * c) / 2 + (l11 * c * (s * x + c * y) + l11 * (c * x - s * y) * s) + l02 * (2 * (s * x + c * y) * s) / 2 + (l30 * (3 * (c * x - s * y) ^ 2 * c) + (3 * l21 * (2 * (c * x - s * y) * c) * (s * x + c * y) + 3 * l21 * (c * x - s * y) ^ 2 * s) + (3 * l12 * c * (s * x + c * y) ^ 2 + 3 * l12 * (c * x - s * y) * (2 * (s * x + c * y) * s)) + l03 * (3 * (s * x + c * y) ^ 2 * s)) / 6) y (l20 * (2 * (- s) * c) / 2 + (l11 * c * c + l11 * (- s) * s) + l02 * (2 * c * s) / 2 + (l30 * (3 * (2 * (c * x - s * y) * (- s)) * c) + (3 * l21 * (2 * (- s) * c) * (s * x + c * y) + 3 * l21 * (2 * (c * x - s * y) * c) * c + 3 * l21 * (2 * (c * x - s * y) * (- s)) * s) + (3 * l12 * c * (2 * (s * x + c * y) * c) + (3 * l12 * (- s) * (2 * (s * x + c * y) * s) + 3 * l12 * (c * x - s * y) * (2 * c * s))) + l03 * (3 * (2 * (s * x + c * y) * c) * s)) / 6)).
  derivative.
Qed.

Definition L_x (x y l20 l11 l30 l21 l12 : R) : R :=
  l20 * (2 * x) / 2 + l11 * y + (l30 * (3 * x ^ 2) + 3 * l21 * (2 * x) * y + 3 * l12 * y ^ 2) / 6.

Lemma L_x_derivative : forall (x y l20 l11 l02 l30 l21 l12 l03 : R), is_derive (fun x => L x y l20 l11 l02 l30 l21 l12 l03) x (L_x x y l20 l11 l30 l21 l12).
Proof.
  intros.
  change (is_derive (fun x => l20 * x ^ 2 / 2 + l11 * x * y + l02 * y ^ 2 / 2 + (l30 * x ^ 3 + 3 * l21 * x ^ 2 * y + 3 * l12 * x * y ^ 2 + l03 * y ^ 3) / 6) x (l20 * (2 * x) / 2 + l11 * y + (l30 * (3 * x ^ 2) + 3 * l21 * (2 * x) * y + 3 * l12 * y ^ 2) / 6)).
  derivative.
Qed.

Definition L_x_x (x y l20 l30 l21 : R) : R :=
  l20 * 2 / 2 + (l30 * (3 * (2 * x)) + 3 * l21 * 2 * y) / 6.

Lemma L_x_x_derivative : forall (x y l20 l11 l30 l21 l12 : R), is_derive (fun x => L_x x y l20 l11 l30 l21 l12) x (L_x_x x y l20 l30 l21).
Proof.
  intros.
  change (is_derive (fun x => l20 * (2 * x) / 2 + l11 * y + (l30 * (3 * x ^ 2) + 3 * l21 * (2 * x) * y + 3 * l12 * y ^ 2) / 6) x (l20 * 2 / 2 + (l30 * (3 * (2 * x)) + 3 * l21 * 2 * y) / 6)).
  derivative.
Qed.

Definition L_y (x y l11 l02 l21 l12 l03 : R) : R :=
  l11 * x + l02 * (2 * y) / 2 + (3 * l21 * x ^ 2 + 3 * l12 * x * (2 * y) + l03 * (3 * y ^ 2)) / 6.

Lemma L_y_derivative : forall (x y l20 l11 l02 l30 l21 l12 l03 : R), is_derive (fun y => L x y l20 l11 l02 l30 l21 l12 l03) y (L_y x y l11 l02 l21 l12 l03).
Proof.
  intros.
  change (is_derive (fun y => l20 * x ^ 2 / 2 + l11 * x * y + l02 * y ^ 2 / 2 + (l30 * x ^ 3 + 3 * l21 * x ^ 2 * y + 3 * l12 * x * y ^ 2 + l03 * y ^ 3) / 6) y (l11 * x + l02 * (2 * y) / 2 + (3 * l21 * x ^ 2 + 3 * l12 * x * (2 * y) + l03 * (3 * y ^ 2)) / 6)).
  derivative.
Qed.

Definition L_y_y (x y l02 l12 l03 : R) : R :=
  l02 * 2 / 2 + (3 * l12 * x * 2 + l03 * (3 * (2 * y))) / 6.

Lemma L_y_y_derivative : forall (x y l11 l02 l21 l12 l03 : R), is_derive (fun y => L_y x y l11 l02 l21 l12 l03) y (L_y_y x y l02 l12 l03).
Proof.
  intros.
  change (is_derive (fun y => l11 * x + l02 * (2 * y) / 2 + (3 * l21 * x ^ 2 + 3 * l12 * x * (2 * y) + l03 * (3 * y ^ 2)) / 6) y (l02 * 2 / 2 + (3 * l12 * x * 2 + l03 * (3 * (2 * y))) / 6)).
  derivative.
Qed.

Definition L_x_y (x y l11 l21 l12 : R) : R :=
  l11 + (3 * l21 * (2 * x) + 3 * l12 * (2 * y)) / 6.

Lemma L_x_y_derivative : forall (x y l20 l11 l30 l21 l12 : R), is_derive (fun y => L_x x y l20 l11 l30 l21 l12) y (L_x_y x y l11 l21 l12).
Proof.
  intros.
  change (is_derive (fun y => l20 * (2 * x) / 2 + l11 * y + (l30 * (3 * x ^ 2) + 3 * l21 * (2 * x) * y + 3 * l12 * y ^ 2) / 6) y (l11 + (3 * l21 * (2 * x) + 3 * l12 * (2 * y)) / 6)).
  derivative.
Qed.

Lemma equation : forall (x y c s l20 l11 l02 l30 l21 l12 l03 : R), M_x_x x y c s l20 l11 l02 l30 l21 l12 l03 * M_y_y x y c s l20 l11 l02 l30 l21 l12 l03 - (M_x_y x y c s l20 l11 l02 l30 l21 l12 l03) ^ 2 = (c ^ 2 + s ^ 2) ^ 2 * (L_x_x (c * x - s * y) (s * x + c * y) l20 l30 l21 * L_y_y (c * x - s * y) (s * x + c * y) l02 l12 l03 - (L_x_y (c * x - s * y) (s * x + c * y) l11 l21 l12) ^ 2).
Proof.
  intros.
  change ((l20 * (2 * c * c) / 2 + (l11 * c * s + l11 * c * s) + l02 * (2 * s * s) / 2 + (l30 * (3 * (2 * (c * x - s * y) * c) * c) + (3 * l21 * (2 * c * c) * (s * x + c * y) + 3 * l21 * (2 * (c * x - s * y) * c) * s + 3 * l21 * (2 * (c * x - s * y) * c) * s) + (3 * l12 * c * (2 * (s * x + c * y) * s) + (3 * l12 * c * (2 * (s * x + c * y) * s) + 3 * l12 * (c * x - s * y) * (2 * s * s))) + l03 * (3 * (2 * (s * x + c * y) * s) * s)) / 6) * (l20 * (2 * (- s) * (- s)) / 2 + (l11 * (- s) * c + l11 * (- s) * c) + l02 * (2 * c * c) / 2 + (l30 * (3 * (2 * (c * x - s * y) * (- s)) * (- s)) + (3 * l21 * (2 * (- s) * (- s)) * (s * x + c * y) + 3 * l21 * (2 * (c * x - s * y) * (- s)) * c + 3 * l21 * (2 * (c * x - s * y) * (- s)) * c) + (3 * l12 * (- s) * (2 * (s * x + c * y) * c) + (3 * l12 * (- s) * (2 * (s * x + c * y) * c) + 3 * l12 * (c * x - s * y) * (2 * c * c))) + l03 * (3 * (2 * (s * x + c * y) * c) * c)) / 6) - (l20 * (2 * (- s) * c) / 2 + (l11 * c * c + l11 * (- s) * s) + l02 * (2 * c * s) / 2 + (l30 * (3 * (2 * (c * x - s * y) * (- s)) * c) + (3 * l21 * (2 * (- s) * c) * (s * x + c * y) + 3 * l21 * (2 * (c * x - s * y) * c) * c + 3 * l21 * (2 * (c * x - s * y) * (- s)) * s) + (3 * l12 * c * (2 * (s * x + c * y) * c) + (3 * l12 * (- s) * (2 * (s * x + c * y) * s) + 3 * l12 * (c * x - s * y) * (2 * c * s))) + l03 * (3 * (2 * (s * x + c * y) * c) * s)) / 6) ^ 2 = (c ^ 2 + s ^ 2) ^ 2 * ((l20 * 2 / 2 + (l30 * (3 * (2 * (c * x - s * y))) + 3 * l21 * 2 * (s * x + c * y)) / 6) * (l02 * 2 / 2 + (3 * l12 * (c * x - s * y) * 2 + l03 * (3 * (2 * (s * x + c * y)))) / 6) - (l11 + (3 * l21 * (2 * (c * x - s * y)) + 3 * l12 * (2 * (s * x + c * y))) / 6) ^ 2)).
  field; conditions.
Qed.

Definition claims : Prop :=
  (forall (x y c s l20 l11 l02 l30 l21 l12 l03 : R), is_derive (fun x => M x y c s l20 l11 l02 l30 l21 l12 l03) x (M_x x y c s l20 l11 l02 l30 l21 l12 l03))
  /\ (forall (x y c s l20 l11 l02 l30 l21 l12 l03 : R), is_derive (fun x => M_x x y c s l20 l11 l02 l30 l21 l12 l03) x (M_x_x x y c s l20 l11 l02 l30 l21 l12 l03))
  /\ (forall (x y c s l20 l11 l02 l30 l21 l12 l03 : R), is_derive (fun y => M x y c s l20 l11 l02 l30 l21 l12 l03) y (M_y x y c s l20 l11 l02 l30 l21 l12 l03))
  /\ (forall (x y c s l20 l11 l02 l30 l21 l12 l03 : R), is_derive (fun y => M_y x y c s l20 l11 l02 l30 l21 l12 l03) y (M_y_y x y c s l20 l11 l02 l30 l21 l12 l03))
  /\ (forall (x y c s l20 l11 l02 l30 l21 l12 l03 : R), is_derive (fun y => M_x x y c s l20 l11 l02 l30 l21 l12 l03) y (M_x_y x y c s l20 l11 l02 l30 l21 l12 l03))
  /\ (forall (x y l20 l11 l02 l30 l21 l12 l03 : R), is_derive (fun x => L x y l20 l11 l02 l30 l21 l12 l03) x (L_x x y l20 l11 l30 l21 l12))
  /\ (forall (x y l20 l11 l30 l21 l12 : R), is_derive (fun x => L_x x y l20 l11 l30 l21 l12) x (L_x_x x y l20 l30 l21))
  /\ (forall (x y l20 l11 l02 l30 l21 l12 l03 : R), is_derive (fun y => L x y l20 l11 l02 l30 l21 l12 l03) y (L_y x y l11 l02 l21 l12 l03))
  /\ (forall (x y l11 l02 l21 l12 l03 : R), is_derive (fun y => L_y x y l11 l02 l21 l12 l03) y (L_y_y x y l02 l12 l03))
  /\ (forall (x y l20 l11 l30 l21 l12 : R), is_derive (fun y => L_x x y l20 l11 l30 l21 l12) y (L_x_y x y l11 l21 l12))
  /\ (forall (x y c s l20 l11 l02 l30 l21 l12 l03 : R), M_x_x x y c s l20 l11 l02 l30 l21 l12 l03 * M_y_y x y c s l20 l11 l02 l30 l21 l12 l03 - (M_x_y x y c s l20 l11 l02 l30 l21 l12 l03) ^ 2 = (c ^ 2 + s ^ 2) ^ 2 * (L_x_x (c * x - s * y) (s * x + c * y) l20 l30 l21 * L_y_y (c * x - s * y) (s * x + c * y) l02 l12 l03 - (L_x_y (c * x - s * y) (s * x + c * y) l11 l21 l12) ^ 2)).

Theorem proved : claims.
Proof. exact (conj M_x_derivative (conj M_x_x_derivative (conj M_y_derivative (conj M_y_y_derivative (conj M_x_y_derivative (conj L_x_derivative (conj L_x_x_derivative (conj L_y_derivative (conj L_y_y_derivative (conj L_x_y_derivative equation)))))))))). Qed.

End Equation2.

Theorem rotation_invariance : Equation1.claims /\ Equation2.claims.
Proof. exact (conj Equation1.proved Equation2.proved). Qed.

Print Assumptions rotation_invariance.
