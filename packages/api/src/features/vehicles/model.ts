import mongoose from 'mongoose';
import { defineTenantModel, schemaOptions } from '../../database/define-model.ts';

export type VehicleStatus = 'available' | 'reserved' | 'sold' | 'demo';

/** A car in stock; price in whole kroner, mileage in kilometres. */
export interface VehicleRecord {
  _id: string;
  dealership_id: string;
  make: string;
  model: string;
  variant: string | null;
  year: number | null;
  price: number | null;
  mileage: number | null;
  fuel: string | null;
  body: string | null;
  colour: string | null;
  vin: string | null;
  plate: string | null;
  status: VehicleStatus;
  listing_url: string | null;
  image_url: string | null;
  description: string | null;
  equipment: string[];
  search_tokens: string[];
  created_at: Date;
  updated_at: Date;
}

const schema = new mongoose.Schema<VehicleRecord>(
  {
    _id: String,
    make: String,
    // `model` is a method of mongoose documents; records are only ever read lean.
    model: String,
    variant: String,
    year: Number,
    price: Number,
    mileage: Number,
    fuel: String,
    body: String,
    colour: String,
    vin: String,
    plate: String,
    status: String,
    listing_url: String,
    image_url: String,
    description: String,
    equipment: [String],
    search_tokens: [String],
    created_at: Date,
    updated_at: Date,
  },
  { ...schemaOptions, suppressReservedKeysWarning: true },
);
schema.index({ dealership_id: 1, created_at: -1, _id: -1 });
schema.index({ dealership_id: 1, status: 1, created_at: -1, _id: -1 });
schema.index({ dealership_id: 1, search_tokens: 1 });

export const Vehicle = defineTenantModel('Vehicle', 'vehicles', schema);
